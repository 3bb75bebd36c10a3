package import Dossiers

/// Dossier codes in order, in little room: agency and day stand once for all codes that begin with them.
package struct CodeList: Sendable, Equatable, Sequence {
    private struct Head: Sendable, Equatable {
        let agency: AgencyCode
        let day: Day
        /// Where its numbers begin.
        let start: Int
    }

    /// A longer list is written by agency and day, since nobody reads it code by code.
    static let longestInFull = 1000

    private var heads: [Head] = []
    private var numbers: [UInt32] = []

    package init() {}

    package init(_ codes: some Sequence<DossierCode>) { for code in codes { append(code) } }

    package init(_ dossiers: [CountedRow]) { for dossier in dossiers { append(dossier.code) } }

    package var count: Int { numbers.count }
    package var isEmpty: Bool { numbers.isEmpty }

    package mutating func append(_ code: DossierCode) {
        if heads.last.map({ $0.day != code.day || $0.agency != code.agency }) ?? true {
            heads.append(Head(agency: code.agency, day: code.day, start: numbers.count))
        }
        numbers.append(UInt32(code.number))
    }

    package func makeIterator() -> some IteratorProtocol<DossierCode> {
        heads.indices.lazy.flatMap { index in
            let head = heads[index]
            return numbers[range(index)].lazy.map {
                DossierCode(agency: head.agency, day: head.day, number: Int($0))
            }
        }.makeIterator()
    }

    /// Whether it is written by agency and day.
    var isShortened: Bool { count > Self.longestInFull }

    private func range(_ index: Int) -> Range<Int> {
        heads[index].start..<(index + 1 < heads.count ? heads[index + 1].start : numbers.count)
    }

    /// Each code, or in a long list what codes begin with and how they end: `000.00.10.H34-260105: 0001–0012, 0014`.
    var lines: [String] {
        guard isShortened else { return map(\.description) }
        return heads.indices.map { index in
            let numbers = numbers[range(index)]
            let whole = DossierCode(agency: heads[index].agency, day: heads[index].day, number: 1).description
            var line = String(whole.dropLast(5)) + ": "
            var place = numbers.startIndex
            while place < numbers.endIndex {
                var last = place
                while last + 1 < numbers.endIndex, numbers[last + 1] == numbers[last] + 1 { last += 1 }
                if place > numbers.startIndex { line += ", " }
                line += padded(Int(numbers[place]), 4)
                // Two in a row are as long either way.
                if last > place { line += (last > place + 1 ? "–" : ", ") + padded(Int(numbers[last]), 4) }
                place = last + 1
            }
            return line
        }
    }
}
