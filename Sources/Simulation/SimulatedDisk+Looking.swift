import Files

extension SimulatedDisk {
    /// Every regular file as a reader sees it, by its path from the root, without a slash at the front.
    package var files: [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        collect(DiskTree.root, at: "", into: &files)
        return files
    }

    /// How many changes a power cut now may lose.
    package var outstandingCount: Int { outstanding.count }

    private func collect(_ folder: Int, at path: String, into files: inout [String: [UInt8]]) {
        for (name, number) in visible.node(folder).entries {
            let node = visible.node(number)
            switch node.kind {
            case .regular: files[path + name.description] = node.content
            case .folder: collect(number, at: path + name.description + "/", into: &files)
            case .symbolicLink, .other: break
            }
        }
    }

    /// When its first change was made, in nanoseconds since 1970; each takes one more.
    private static let began = 1_795_500_000 * 1_000_000_000

    func status(_ number: Int) -> FileStatus {
        let node = visible.node(number)
        return FileStatus(
            kind: node.kind, size: node.content.count, modified: Self.began + node.modified,
            changed: Self.began + node.changed,
            inode: UInt64(number + 1), device: 1, links: node.kind == .folder ? 2 : node.folders.count, mode: node.mode)
    }
}
