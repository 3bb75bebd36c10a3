import Files

/// A disk in memory that knows which of what was done to it a power cut may lose: a value, so that every moment can be kept.
///
/// A file's contents last once the file was synced, a name once its folder was. A sync of the file says nothing of its name. What
/// a failed sync should have written is never written by a later one, as with the kernel's own cache.
package struct SimulatedDisk: Sendable {
    /// How much of a change a power cut left.
    ///
    /// Of a rename either nothing, all, or the new name beside the old one: no file system that keeps POSIX's promise of an
    /// atomic rename forgets both. Of a write that makes a file longer also its second half alone, behind a hole, or the length
    /// alone.
    package enum Part: Int, Sendable {
        case whole = 1
        case first, second, length
    }

    /// A change that is not on the disk for good.
    struct Outstanding: Sendable {
        let change: DiskChange
        /// Whether a failed sync has made it one that no later sync writes.
        var isForsaken = false
    }

    /// What a reader sees.
    var visible = DiskTree()
    /// What is there for good.
    var lasting = DiskTree()
    private(set) var outstanding: [Outstanding] = []
    private var tick = 0
    /// What is free.
    package var freeBytes = 1 << 40

    package init() {}

    /// How much was done to it: a disk of the same age that came of the same one is the same.
    package var age: Int { tick }

    /// Makes something new that has no name yet, and gives its number.
    mutating func make(_ kind: FileStatus.Kind, mode: UInt32) -> Int {
        tick += 1
        let node = DiskNode(kind: kind, mode: mode, modified: tick, changed: tick)
        _ = lasting.add(node)
        return visible.add(node)
    }

    /// Does something that lasts only once it was synced.
    mutating func change(_ change: DiskChange) {
        tick += 1
        visible.apply(change, .whole, tick: tick)
        outstanding.append(Outstanding(change: change))
    }

    /// Makes last what was done to a file's contents, or to a folder's names.
    mutating func sync(_ node: Int) {
        tick += 1
        var left: [Outstanding] = []
        for item in outstanding {
            guard !item.isForsaken, let (part, rest) = synced(item.change, by: node) else {
                left.append(item)
                continue
            }
            lasting.apply(item.change, part, tick: tick)
            if let rest { left.append(Outstanding(change: rest)) }
        }
        outstanding = left
    }

    /// What a failed sync leaves: a file's changes are seen by everybody, and will be written by nobody.
    mutating func forsake(_ node: Int) {
        guard visible.node(node).kind == .regular else { return }
        tick += 1
        for index in outstanding.indices where outstanding[index].change.nodes == [node] {
            outstanding[index].isForsaken = true
        }
    }

    private func synced(_ change: DiskChange, by node: Int) -> (lasting: Part, left: DiskChange?)? {
        guard case .move(_, _, _, _, let moved) = change else { return change.synced(by: node, isFolder: false) }
        return change.synced(by: node, isFolder: visible.node(moved).kind == .folder)
    }

    /// Makes everything last, as an orderly end of the machine does.
    package mutating func settle() {
        lasting = visible
        outstanding = []
    }

    /// The disk after a power cut that left these parts of what was outstanding, by position, and nothing else of it.
    package func cut(keeping kept: [Int: Part]) -> SimulatedDisk {
        var disk = self
        for (position, item) in outstanding.enumerated() {
            guard let part = kept[position] else { continue }
            disk.lasting.apply(item.change, part, tick: tick)
        }
        disk.visible = disk.lasting
        disk.outstanding = []
        return disk
    }
}
