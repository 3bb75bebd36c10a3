import Documents

extension PDFObject {
    /// Whether two values mean the same, wherever in their files they stand.
    func isEquivalent(to other: PDFObject) -> Bool {
        switch (self, other) {
        case (.string(let one), .string(let two)): one.bytes == two.bytes
        case (.array(let one), .array(let two)):
            one.count == two.count && zip(one, two).allSatisfy { $0.isEquivalent(to: $1) }
        case (.dictionary(let one), .dictionary(let two)): one.isSame(as: two, except: [])
        default: self == other
        }
    }
}

extension PDFDictionary {
    /// Whether two dictionaries mean the same but for some names.
    func isSame(as other: PDFDictionary, except names: Set<String>) -> Bool {
        guard !other.hasDuplicates else { return false }
        return Set((members + other.members).map(\.name)).subtracting(names).allSatisfy {
            self[$0].isEquivalent(to: other[$0])
        }
    }
}
