import Bytes

/// Builds values from tokens; what is unfinished ends where the next structure begins, as in ordinary readers.
///
/// Fails only at a limit: `depth` for nesting, `limits` for the number of values in one object.
struct PDFParser {
    /// Words that no value contains: whatever is still open ends before them.
    private static let boundaries: Set<String> = [
        "obj", "endobj", "stream", "endstream", "xref", "trailer", "startxref",
    ]

    var lexer: PDFLexer
    /// The last value can be read in one way only: closed by its own marks, keys paired and each once, nothing astray.
    private(set) var isClean = true
    private let limits: Limits
    private var items = 0
    private var isAtBoundary = false

    init(_ lexer: PDFLexer, limits: Limits) {
        self.lexer = lexer
        self.limits = limits
    }

    /// The next value; nil where a keyword or the end stands instead, which stays to be read.
    mutating func value() throws -> PDFObject? {
        items = 0
        isAtBoundary = false
        lexer.isClean = true
        isClean = true
        defer { isClean = isClean && lexer.isClean }
        let start = lexer.offset
        switch try lexer.next() {
        case .object(.integer(let number)):
            return try reference(number) ?? .integer(number)
        case .object(let object): return checked(object)
        case .arrayOpen: return .array(try contents(closing: .arrayClose, depth: 1))
        case .dictionaryOpen: return try dictionary(depth: 1)
        case .keyword(let word):
            if let constant = Self.constant(word) { return constant }
            lexer.offset = start
            return nil
        case .arrayClose, .dictionaryClose, .end:
            lexer.offset = start
            return nil
        }
    }

    /// `number generation R`, of which the number has been read.
    private mutating func reference(_ number: Int) throws -> PDFObject? {
        let start = lexer.offset
        if number >= 0, case .object(.integer(let generation)) = try lexer.next(), generation >= 0,
            try lexer.next() == .keyword("R")
        {
            return .reference(PDFReference(number: number, generation: generation))
        }
        lexer.offset = start
        return nil
    }

    private mutating func checked(_ object: PDFObject) -> PDFObject {
        if object.string?.isClean == false { isClean = false }
        return object
    }

    private mutating func dictionary(depth: Int) throws -> PDFObject {
        let list = try contents(closing: .dictionaryClose, depth: depth)
        let dictionary = PDFDictionary(pairing: list)
        if dictionary.hasDuplicates || 2 * dictionary.entries.count != list.count { isClean = false }
        return .dictionary(dictionary)
    }

    private mutating func contents(closing: PDFToken, depth: Int) throws -> [PDFObject] {
        guard depth <= limits.pdfDepth else {
            throw ParseError(.depth, "values nested at most \(limits.pdfDepth) deep expected", at: lexer.offset)
        }
        var list: [PDFObject] = []
        while !isAtBoundary {
            let start = lexer.offset
            let token = try lexer.next()
            items += 1
            guard items <= limits.pdfItems else {
                throw ParseError(.limits, "at most \(limits.pdfItems) values in one object expected", at: lexer.offset)
            }
            switch token {
            case .object(let object): list.append(checked(object))
            case .arrayOpen: list.append(.array(try contents(closing: .arrayClose, depth: depth + 1)))
            case .dictionaryOpen: list.append(try dictionary(depth: depth + 1))
            case closing: return list
            case .dictionaryClose:
                // An array that was never closed ends with the dictionary around it.
                lexer.offset = start
                isClean = false
                if depth == 1 { isAtBoundary = true }
                return list
            case .arrayClose: isClean = false
            case .keyword("R"): makeReference(&list)
            case .keyword(let word):
                if Self.boundaries.contains(word) {
                    lexer.offset = start
                    isAtBoundary = true
                } else {
                    let constant = Self.constant(word)
                    if constant == nil { isClean = false }
                    list.append(constant ?? .null)
                }
            case .end: isAtBoundary = true
            }
        }
        isClean = false
        return list
    }

    private mutating func makeReference(_ list: inout [PDFObject]) {
        guard list.count >= 2, let generation = list[list.count - 1].integer, let number = list[list.count - 2].integer,
            generation >= 0, number >= 0
        else {
            isClean = false
            return list.append(.null)
        }
        list.removeLast(2)
        list.append(.reference(PDFReference(number: number, generation: generation)))
    }

    private static func constant(_ word: String) -> PDFObject? {
        switch word {
        case "true": .boolean(true)
        case "false": .boolean(false)
        case "null": .null
        default: nil
        }
    }
}
