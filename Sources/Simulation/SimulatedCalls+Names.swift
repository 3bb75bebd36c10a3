package import Files
private import Glibc

/// Opening, and what changes the names in folders.
extension SimulatedCalls {
    package func openFolder(path: String) throws(SystemError) -> Int32 {
        try call("openFolder") { state, _ throws(SystemError) in
            var node = DiskTree.root
            for step in path.split(separator: "/") where step != "." {
                guard let name = FileName(String(step)) else { throw SystemError(EINVAL) }
                guard let next = state.disk.visible.node(node).entries[name] else { throw SystemError(ENOENT) }
                node = next
                guard state.disk.visible.node(node).kind == .folder else { throw SystemError(ENOTDIR) }
            }
            return state.add(node)
        }
    }

    package func reopenFolder(_ folder: Int32) throws(SystemError) -> Int32 {
        try call("reopenFolder") { state, _ throws(SystemError) in state.add(try state.folder(folder)) }
    }

    package func openFolder(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int32 {
        try call("openFolder") { state, _ throws(SystemError) in
            let node = try state.found(folder, name)
            switch state.disk.visible.node(node).kind {
            case .folder: return state.add(node)
            case .symbolicLink: throw SystemError(ELOOP)
            case .regular, .other: throw SystemError(ENOTDIR)
            }
        }
    }

    package func openForReading(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int32 {
        try call("openForReading") { state, _ throws(SystemError) in
            let node = try state.found(folder, name)
            guard state.disk.visible.node(node).kind != .symbolicLink else { throw SystemError(ELOOP) }
            return state.add(node)
        }
    }

    package func openForWriting(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) -> Int32 {
        try call("openForWriting") { state, _ throws(SystemError) in
            if let node = try state.find(folder, name) {
                switch state.disk.visible.node(node).kind {
                case .regular: return state.add(node)
                case .folder: throw SystemError(EISDIR)
                case .symbolicLink: throw SystemError(ELOOP)
                case .other: throw SystemError(ENXIO)
                }
            }
            return state.add(try state.enter(folder, name, .regular, mode))
        }
    }

    package func create(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) -> Int32 {
        try call("create") { state, _ throws(SystemError) in
            state.add(try state.enter(folder, name, .regular, mode))
        }
    }

    package func makeFolder(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) {
        try call("makeFolder") { state, _ throws(SystemError) in
            _ = try state.enter(folder, name, .folder, mode)
        }
    }

    package func rename(
        _ from: Int32, _ name: FileName, to: Int32, _ newName: FileName, replacing: Bool
    ) throws(SystemError) {
        try call("rename") { state, _ throws(SystemError) in
            let node = try state.found(from, name)
            let (source, target) = (try state.folder(from), try state.folder(to))
            if let there = try state.find(to, newName) {
                guard there != node || !replacing else { return }
                guard replacing else { throw SystemError(EEXIST) }
                let old = state.disk.visible.node(there)
                guard old.kind != .folder || old.entries.isEmpty else { throw SystemError(ENOTEMPTY) }
            }
            state.disk.change(.move(from: source, name: name, to: target, newName: newName, node: node))
        }
    }

    package func link(_ from: Int32, _ name: FileName, to: Int32, _ newName: FileName) throws(SystemError) {
        try call("link") { state, _ throws(SystemError) in
            let node = try state.found(from, name)
            guard state.disk.visible.node(node).kind != .folder else { throw SystemError(EPERM) }
            guard try state.find(to, newName) == nil else { throw SystemError(EEXIST) }
            state.disk.change(.enter(folder: try state.folder(to), name: newName, node: node))
        }
    }

    package func remove(_ folder: Int32, _ name: FileName) throws(SystemError) {
        try call("remove") { state, _ throws(SystemError) in
            let node = try state.found(folder, name)
            guard state.disk.visible.node(node).kind != .folder else { throw SystemError(EISDIR) }
            state.disk.change(.leave(folder: try state.folder(folder), name: name))
        }
    }

    package func removeFolder(_ folder: Int32, _ name: FileName) throws(SystemError) {
        try call("removeFolder") { state, _ throws(SystemError) in
            let node = state.disk.visible.node(try state.found(folder, name))
            guard node.kind == .folder else { throw SystemError(ENOTDIR) }
            guard node.entries.isEmpty else { throw SystemError(ENOTEMPTY) }
            state.disk.change(.leave(folder: try state.folder(folder), name: name))
        }
    }
}

extension SimulatedCalls.State {
    /// Makes something new under a name that nothing has.
    fileprivate mutating func enter(
        _ folder: Int32, _ name: FileName, _ kind: FileStatus.Kind, _ mode: UInt32
    ) throws(SystemError) -> Int {
        guard try find(folder, name) == nil else { throw SystemError(EEXIST) }
        let here = try self.folder(folder)
        let node = disk.make(kind, mode: mode)
        disk.change(.enter(folder: here, name: name, node: node))
        return node
    }
}
