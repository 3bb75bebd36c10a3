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
        /// Unlike that of every other change.
        let number: Int
        let change: DiskChange
        /// Whether a failed sync has made it one that no later sync writes.
        var isForsaken = false
    }

    /// What a reader sees.
    private(set) var visible = DiskTree()
    /// What is there for good.
    private(set) var lasting = DiskTree()
    private(set) var outstanding: [Outstanding] = []
    /// The sum of what is there for good, so that two disks of one history with the same sum are the same.
    private(set) var lastingSum: UInt64 = 0
    private var nextNumber = 2
    private var tick = 0
    /// What is free.
    package var freeBytes = 1 << 40

    package init() {}

    /// Makes something new that has no name yet, and gives its number.
    mutating func make(_ kind: FileStatus.Kind, mode: UInt32) -> Int {
        tick += 1
        nextNumber += 1
        let node = DiskNode(kind: kind, mode: mode, modified: tick, changed: tick)
        visible.nodes[nextNumber] = node
        lasting.nodes[nextNumber] = node
        return nextNumber
    }

    /// Does something that lasts only once it was synced.
    mutating func change(_ change: DiskChange) {
        tick += 1
        nextNumber += 1
        visible.apply(change, .whole, tick: tick)
        outstanding.append(Outstanding(number: nextNumber, change: change))
    }

    /// Makes last what was done to a file's contents, or to a folder's names.
    mutating func sync(_ node: Int) {
        var left: [Outstanding] = []
        for item in outstanding {
            guard !item.isForsaken, let (part, rest) = synced(item.change, by: node) else {
                left.append(item)
                continue
            }
            lasting.apply(item.change, part, tick: tick)
            lastingSum ^= Self.mark(item.number, part)
            // What is left of a rename keeps its number: the two marks together stand for the whole.
            if let rest { left.append(Outstanding(number: item.number, change: rest)) }
        }
        outstanding = left
    }

    /// What a failed sync leaves: a file's changes are seen by everybody, and will be written by nobody.
    mutating func forsake(_ node: Int) {
        guard visible.node(node).kind == .regular else { return }
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
        for item in outstanding { lastingSum ^= Self.mark(item.number, .whole) }
        outstanding = []
    }

    /// For each change that a power cut may lose, the parts of it that may be left instead.
    package var outstandingParts: [[Part]] { outstanding.map { $0.change.parts(over: lasting) } }

    /// The disk after a power cut that left these parts of what was outstanding, by position, and nothing else of it.
    package func cut(keeping kept: [Int: Part]) -> SimulatedDisk {
        var disk = self
        for (position, item) in outstanding.enumerated() {
            guard let part = kept[position] else { continue }
            disk.lasting.apply(item.change, part, tick: tick)
        }
        disk.lastingSum = sum(keeping: kept)
        disk.visible = disk.lasting
        disk.outstanding = []
        return disk
    }

    /// The sum that the disk would have after such a cut.
    package func sum(keeping kept: [Int: Part]) -> UInt64 {
        kept.reduce(lastingSum) { $0 ^ Self.mark(outstanding[$1.key].number, $1.value) }
    }

    /// A mark for a part of a change, spread over all bits (splitmix64).
    private static func mark(_ number: Int, _ part: Part) -> UInt64 {
        var mark = UInt64(truncatingIfNeeded: number &* 8 &+ part.rawValue) &* 0x9E37_79B9_7F4A_7C15
        mark = (mark ^ (mark >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mark = (mark ^ (mark >> 27)) &* 0x94D0_49BB_1331_11EB
        return mark ^ (mark >> 31)
    }
}
