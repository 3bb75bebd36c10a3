package import Files
private import Glibc

/// Looking, reading, writing, and making it last.
extension SimulatedCalls {
    package func status(_ folder: Int32, _ name: FileName) throws(SystemError) -> FileStatus {
        try call("status") { state, _ throws(SystemError) in state.disk.status(try state.found(folder, name)) }
    }

    package func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
        try call("status") { state, _ throws(SystemError) in state.disk.status(try state.node(descriptor)) }
    }

    /// Everything is root's.
    package func owner(_ descriptor: Int32) throws(SystemError) -> Ownership {
        try call("owner") { state, _ throws(SystemError) in
            _ = try state.node(descriptor)
            return Ownership(user: 0, group: 0)
        }
    }

    package func nextEntries(_ folder: Int32, room: Int) throws(SystemError) -> [ArraySlice<UInt8>]? {
        try call("nextEntries") { state, _ throws(SystemError) in
            let node = try state.folder(folder)
            let names = state.open[folder]?.listing ?? state.disk.visible.node(node).entries.keys.sorted()
            state.open[folder]?.listing = []
            return names.isEmpty ? nil : names.map { $0.bytes[...] }
        }
    }

    package func space(_ descriptor: Int32) throws(SystemError) -> (freeBytes: Int, freeInodes: Int) {
        try call("space") { state, _ throws(SystemError) in (state.disk.freeBytes, Int.max) }
    }

    /// That of ext4.
    package func fileSystemType(_ descriptor: Int32) throws(SystemError) -> UInt32 {
        try call("fileSystemType") { _, _ throws(SystemError) in 0xEF53 }
    }

    package func read(_ file: Int32, at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        try call("read") { state, isShort throws(SystemError) in
            let content = try state.content(file)
            guard offset < content.count else { return [] }
            let whole = min(count, content.count - offset)
            return Array(content[offset..<offset + (isShort ? (whole + 1) / 2 : whole)])
        }
    }

    package func write(_ file: Int32, _ bytes: Span<UInt8>, at offset: Int) throws(SystemError) -> Int {
        // A span cannot go through the closure.
        var all: [UInt8] = []
        all.reserveCapacity(bytes.count)
        for index in bytes.indices { all.append(bytes[index]) }
        let copied = all
        return try call("write") { state, isShort throws(SystemError) in
            let node = try state.node(file)
            let taken = isShort ? Array(copied.prefix((copied.count + 1) / 2)) : copied
            guard taken.count <= state.disk.freeBytes else { throw SystemError(ENOSPC) }
            state.disk.freeBytes -= taken.count
            state.disk.change(.write(node: node, offset: offset, bytes: taken))
            return taken.count
        }
    }

    package func truncate(_ file: Int32, to count: Int) throws(SystemError) {
        try call("truncate") { state, _ throws(SystemError) in
            state.disk.change(.cut(node: try state.node(file), count: count))
        }
    }

    package func startWriteback(_ file: Int32, at offset: Int, count: Int) throws(SystemError) {
        try call("startWriteback") { state, _ throws(SystemError) in _ = try state.node(file) }
    }

    package func sync(_ descriptor: Int32) throws(SystemError) { try sync(descriptor, "sync") }
    package func syncContents(_ file: Int32) throws(SystemError) { try sync(file, "syncContents") }

    private func sync(_ descriptor: Int32, _ name: String) throws(SystemError) {
        try call(
            name,
            onFailure: { state in
                if let node = state.open[descriptor]?.node { state.disk.forsake(node) }
            },
            { state, _ throws(SystemError) in state.disk.sync(try state.node(descriptor)) })
    }
}

extension SimulatedCalls.State {
    fileprivate func content(_ file: Int32) throws(SystemError) -> [UInt8] {
        let node = disk.visible.node(try node(file))
        guard node.kind == .regular else { throw SystemError(node.kind == .folder ? EISDIR : EINVAL) }
        return node.content
    }
}
