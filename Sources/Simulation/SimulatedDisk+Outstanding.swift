import Files

/// What a power cut may lose.
extension SimulatedDisk {
    /// A change that is not on the disk for good, as whoever chooses what is left of it needs to know it.
    package struct Loose: Sendable {
        /// What may be left of it instead of nothing.
        package let parts: [Part]
        /// The folders whose names it changes, or in which the file stands that it changes.
        package let folders: Set<Int>
    }

    /// In the order in which they were made.
    package var loose: [Loose] {
        outstanding.map { item in
            let folders: Set<Int> =
                switch item.change {
                case .write(let node, _, _), .cut(let node, _):
                    Set(visible.node(node).folders + lasting.node(node).folders)
                case .enter(let folder, _, _), .leave(let folder, _): [folder]
                case .move(let from, _, let to, _, _): [from, to]
                }
            return Loose(parts: item.change.parts(over: lasting), folders: folders)
        }
    }
}
