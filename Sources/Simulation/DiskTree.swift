import Files

/// Everything that lies on a simulated disk, by node number, as one reader would see it.
struct DiskTree: Sendable {
    static let root = 1

    var nodes: [Int: DiskNode] = [DiskTree.root: DiskNode(kind: .folder, mode: 0o755)]

    func node(_ number: Int) -> DiskNode {
        guard let node = nodes[number] else { preconditionFailure("nodes of a simulated disk are never dropped") }
        return node
    }

    /// Takes in a part of a change.
    mutating func apply(_ change: DiskChange, _ part: SimulatedDisk.Part, tick: Int) {
        switch change {
        case .write(let node, let offset, let bytes): write(node, at: offset, bytes, part)
        case .cut(let node, let count): cut(node, to: count)
        case .enter(let folder, let name, let node): enter(folder, name, node)
        case .leave(let folder, let name): leave(folder, name)
        case .move(let from, let name, let to, let newName, let node):
            if part == .whole { leave(from, name) }
            enter(to, newName, node)
        }
        for node in change.nodes { touch(node, tick) }
    }

    private mutating func write(_ number: Int, at offset: Int, _ bytes: [UInt8], _ part: SimulatedDisk.Part) {
        let half = bytes.count / 2
        switch part {
        case .whole: put(number, at: offset, bytes)
        case .first: put(number, at: offset, Array(bytes.prefix(half)))
        case .second:
            // A hole stands where the first half was to come; what was there before is not touched.
            put(number, at: offset + half, Array(bytes.dropFirst(half)))
        case .length:
            let end = offset + bytes.count
            if node(number).content.count < end { grow(number, to: end) }
        }
    }

    private mutating func put(_ number: Int, at offset: Int, _ bytes: [UInt8]) {
        if node(number).content.count < offset + bytes.count { grow(number, to: offset + bytes.count) }
        nodes[number]?.content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }

    private mutating func grow(_ number: Int, to count: Int) {
        let missing = count - node(number).content.count
        nodes[number]?.content += Array(repeating: 0, count: missing)
    }

    private mutating func cut(_ number: Int, to count: Int) {
        if node(number).content.count < count { grow(number, to: count) }
        let extra = node(number).content.count - count
        nodes[number]?.content.removeLast(extra)
    }

    private mutating func enter(_ folder: Int, _ name: FileName, _ node: Int) {
        guard nodes[folder]?.entries[name] != node else { return }
        leave(folder, name)
        nodes[folder]?.entries[name] = node
        nodes[node]?.links += 1
    }

    private mutating func leave(_ folder: Int, _ name: FileName) {
        guard let node = nodes[folder]?.entries.removeValue(forKey: name) else { return }
        nodes[node]?.links -= 1
    }

    private mutating func touch(_ number: Int, _ tick: Int) {
        nodes[number]?.modified = tick
        nodes[number]?.changed = tick
    }
}
