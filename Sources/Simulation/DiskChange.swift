import Files

/// Something that was done to a simulated disk and is on it for good only once it was synced.
enum DiskChange: Sendable {
    case write(node: Int, offset: Int, bytes: [UInt8])
    case cut(node: Int, count: Int)
    case enter(folder: Int, name: FileName, node: Int)
    case leave(folder: Int, name: FileName)
    case move(from: Int, name: FileName, to: Int, newName: FileName, node: Int)

    /// The parts that may be left of it; `lasting` is what was on the disk before.
    func parts(over lasting: DiskTree) -> [SimulatedDisk.Part] {
        switch self {
        case .write(let node, let offset, let bytes):
            // Blocks that were there before are overwritten in place and never become holes.
            let isLonger = offset + bytes.count > lasting.node(node).content.count
            return bytes.count < 2
                ? [.whole] : isLonger ? [.whole, .first, .second, .length] : [.whole, .first, .second]
        case .cut, .enter, .leave: return [.whole]
        case .move(_, _, _, _, let node): return lasting.node(node).kind == .folder ? [.whole] : [.whole, .first]
        }
    }

    /// What it changes, for their times.
    var nodes: [Int] {
        switch self {
        case .write(let node, _, _), .cut(let node, _): [node]
        case .enter(let folder, _, let node): [folder, node]
        case .leave(let folder, _): [folder]
        case .move(let from, _, let to, _, let node): [from, to, node]
        }
    }

    /// What a sync of a node makes last, and what of the change is still outstanding then; nil where the sync is not of it.
    func synced(by synced: Int, isFolder: Bool) -> (lasting: SimulatedDisk.Part, left: DiskChange?)? {
        switch self {
        case .write(let node, _, _), .cut(let node, _): return node == synced ? (.whole, nil) : nil
        case .enter(let folder, _, _), .leave(let folder, _): return folder == synced ? (.whole, nil) : nil
        case .move(let from, let name, let to, _, _):
            if from == synced { return (.whole, nil) }
            guard to == synced else { return nil }
            return isFolder ? (.whole, nil) : (.first, .leave(folder: from, name: name))
        }
    }
}
