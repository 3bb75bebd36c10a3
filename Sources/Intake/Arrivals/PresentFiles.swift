import Files

/// The names in a folder, found by composed Unicode.
struct PresentFiles {
    private let names: [String: FileName]

    init(names: some Sequence<FileName>) {
        self.names = Dictionary(names.compactMap { name in name.text.map { ($0, name) } }) { first, _ in first }
    }

    func find(_ name: String) -> FileName? { names[name] }
}
