/// Finds the file that a form names among those that came; each file serves once, unless the form names it twice.
struct AttachmentMatching {
    private let positions: [String: Int]
    private var taken: Set<Int> = []
    private let count: Int

    /// Names are compared in composed Unicode, since other systems decompose them (ZP7, domain of Macs).
    init(names: [String]) {
        // String comparison in Swift is by canonical equivalence, so NFC and NFD names are one key.
        positions = Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        count = names.count
    }

    mutating func take(_ name: String) -> Int? {
        guard let position = positions[name] else { return nil }
        taken.insert(position)
        return position
    }

    mutating func take(at position: Int) -> Int {
        taken.insert(position)
        return position
    }

    /// The positions that no attachment took.
    var rest: [Int] { (0..<count).filter { !taken.contains($0) } }
}
