import Bytes

/// An object stream, unpacked: the numbers in it and where each begins (ISO 32000-1, 7.5.7).
struct PDFDecodedStream {
    let count: Int
    let members: [(number: Int, offset: Int)]
    /// The first member of each number.
    private let indices: [Int: Int]
    /// Where members begin, in the order of the stream.
    private let starts: [Int]
    private let lexer: PDFLexer

    init(_ bytes: [UInt8], dictionary: PDFDictionary, limits: Limits) throws {
        count = bytes.count
        var lexer = PDFLexer(MemorySource(bytes), isFile: false, limits: limits)
        let declared = dictionary["N"].integer ?? 0
        let first = dictionary["First"].integer ?? 0
        var members: [(number: Int, offset: Int)] = []
        while members.count < declared, lexer.offset < first || first <= 0,
            case .object(.integer(let number)) = try lexer.next(),
            case .object(.integer(let relative)) = try lexer.next()
        {
            guard members.count < limits.pdfObjects else {
                throw ParseError(.limits, "at most \(limits.pdfObjects) objects expected")
            }
            let (offset, overflow) = first.addingReportingOverflow(relative)
            members.append((number, overflow || offset < 0 || offset > bytes.count ? bytes.count : offset))
        }
        self.members = members
        starts = members.map(\.offset).sorted()
        indices = Dictionary(members.enumerated().map { ($1.number, $0) }) { first, _ in first }
        self.lexer = lexer
    }

    /// A lexer at the beginning of a member.
    func lexer(at index: Int) -> PDFLexer {
        var lexer = lexer
        lexer.offset = members[index].offset
        return lexer
    }

    /// Where the member behind this one begins, wherever its number stands; the end for the last.
    func end(of index: Int) -> Int { starts.first(behind: members[index].offset) ?? count }

    /// Which member is the object `number`: the one at `index`, or, where that is another, the first of that number.
    func index(of number: Int, expected index: Int) -> Int? {
        if members.indices.contains(index), members[index].number == number { return index }
        return indices[number]
    }
}
