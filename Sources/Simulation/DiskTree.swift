import Bytes
import Files

/// Everything that lies on a simulated disk, by node number, as one reader would see it.
struct DiskTree: Sendable {
    static let root = 0

    /// None is ever dropped.
    private var nodes = [DiskNode(kind: .folder, mode: 0o755)]

    func node(_ number: Int) -> DiskNode { nodes[number] }

    /// Takes in something that has no name yet, and gives its number.
    mutating func add(_ node: DiskNode) -> Int {
        nodes.append(node)
        return nodes.count - 1
    }

    /// Takes in a part of a change.
    mutating func apply(_ change: DiskChange, _ part: SimulatedDisk.Part, tick: Int) {
        switch change {
        case .write(let node, let offset, let bytes): write(node, at: offset, bytes, part)
        case .cut(let node, let count): resize(node, to: count)
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
            if nodes[number].content.count < end { resize(number, to: end) }
        }
    }

    private mutating func put(_ number: Int, at offset: Int, _ bytes: [UInt8]) {
        if nodes[number].content.count < offset + bytes.count { resize(number, to: offset + bytes.count) }
        nodes[number].content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }

    private mutating func resize(_ number: Int, to count: Int) {
        let missing = count - nodes[number].content.count
        if missing > 0 { nodes[number].content += Array(repeating: 0, count: missing) }
        if missing < 0 { nodes[number].content.removeLast(-missing) }
    }

    private mutating func enter(_ folder: Int, _ name: FileName, _ node: Int) {
        guard nodes[folder].entries[name] != node else { return }
        leave(folder, name)
        nodes[folder].entries[name] = node
        nodes[node].folders.append(folder)
        forgetSum(of: folder)
    }

    private mutating func leave(_ folder: Int, _ name: FileName) {
        guard let node = nodes[folder].entries.removeValue(forKey: name) else { return }
        if let position = nodes[node].folders.firstIndex(of: folder) { nodes[node].folders.remove(at: position) }
        // What has lost a name has other links now, wherever else it lies.
        forgetSum(of: node)
        forgetSum(of: folder)
    }

    private mutating func touch(_ number: Int, _ tick: Int) {
        nodes[number].modified = tick
        nodes[number].changed = tick
        forgetSum(of: number)
    }

    private mutating func forgetSum(of number: Int) {
        guard nodes[number].sum != nil else { return }
        nodes[number].sum = nil
        for folder in nodes[number].folders { forgetSum(of: folder) }
    }
}

// MARK: Sums

extension DiskTree {
    /// A number that tells what a name leads to from all else, but for times and node numbers; worked out once until it changes.
    mutating func sum(of number: Int) -> Int {
        if let sum = nodes[number].sum { return sum }
        var hasher = Hasher()
        hasher.combine(nodes[number].kind)
        hasher.combine(nodes[number].mode)
        switch nodes[number].kind {
        case .folder:
            // A sum has no order, and so needs none.
            var names = 0
            for (name, child) in nodes[number].entries {
                var entry = Hasher()
                entry.combine(name)
                entry.combine(sum(of: child))
                names &+= entry.finalize()
            }
            hasher.combine(names)
        case .regular:
            hasher.combine(nodes[number].folders.count)
            hasher.combine(SHA256.digest(of: nodes[number].content))
        case .symbolicLink, .other: break
        }
        let sum = hasher.finalize()
        nodes[number].sum = sum
        return sum
    }
}
