/// Names and values; where a name stands twice the later one holds, and that it did is kept.
package struct PDFDictionary: Sendable {
    package struct Member: Sendable {
        package let name: String
        package fileprivate(set) var value: PDFObject
    }

    /// So few names are found sooner one after the other than by their hashes.
    private static let few = 16

    /// Each name once, in the order in which they came.
    package private(set) var members: [Member] = []
    /// Where each name stands among the members, once they are more than a few.
    private var places: [String: Int] = [:]
    package private(set) var hasDuplicates = false

    package init() {}

    /// Pairs names with what follows them; what stands where a name should is passed over.
    init(pairing items: some RandomAccessCollection<PDFObject>) {
        members.reserveCapacity(items.count / 2)
        var index = items.startIndex
        while index < items.endIndex {
            let item = items[index]
            items.formIndex(after: &index)
            guard case .name(let name) = item else { continue }
            guard index < items.endIndex else {
                set(name, .null)
                break
            }
            set(name, items[index])
            items.formIndex(after: &index)
        }
    }

    private mutating func set(_ name: String, _ value: PDFObject) {
        if let place = place(of: name) {
            members[place].value = value
            hasDuplicates = true
            return
        }
        members.append(Member(name: name, value: value))
        if !places.isEmpty {
            places[name] = members.count - 1
        } else if members.count > Self.few {
            for (place, member) in members.enumerated() { places[member.name] = place }
        }
    }

    private func place(of name: String) -> Int? {
        guard places.isEmpty else { return places[name] }
        let count = name.utf8.count
        return members.firstIndex { $0.name.utf8.count == count && $0.name == name }
    }

    /// The value as it stands there, which may be a reference; null where there is none.
    package subscript(_ name: String) -> PDFObject { place(of: name).map { members[$0].value } ?? .null }

    package var isEmpty: Bool { members.isEmpty }
}

extension PDFDictionary: Equatable {
    /// In whichever order the names stand.
    package static func == (one: PDFDictionary, other: PDFDictionary) -> Bool {
        guard one.hasDuplicates == other.hasDuplicates, one.members.count == other.members.count else { return false }
        return one.members.allSatisfy { member in
            other.place(of: member.name).map { other.members[$0].value == member.value } ?? false
        }
    }
}
