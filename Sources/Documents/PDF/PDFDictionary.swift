/// Names and values; where a name stands twice the later one holds, and that it did is kept.
package struct PDFDictionary: Sendable, Equatable {
    package private(set) var entries: [String: PDFObject] = [:]
    package private(set) var hasDuplicates = false

    package init() {}

    /// Pairs names with what follows them; what stands where a name should is passed over.
    init(pairing items: [PDFObject]) {
        entries.reserveCapacity(items.count / 2)
        var index = 0
        while index < items.count {
            guard case .name(let key) = items[index] else {
                index += 1
                continue
            }
            let value = index + 1 < items.count ? items[index + 1] : .null
            if entries.updateValue(value, forKey: key) != nil { hasDuplicates = true }
            index += 2
        }
    }

    /// The value as it stands there, which may be a reference; null where there is none.
    package subscript(_ key: String) -> PDFObject { entries[key] ?? .null }

    package var isEmpty: Bool { entries.isEmpty }
}
