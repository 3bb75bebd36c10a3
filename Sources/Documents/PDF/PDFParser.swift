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
    /// What was read of the arrays and dictionaries that are still open, the innermost last.
    private var open: [PDFObject] = []
    private let mostDepth: Int
    private let mostItems: Int
    private var items = 0
    private var isAtBoundary = false

    init(_ lexer: PDFLexer, limits: Limits) {
        self.lexer = lexer
        mostDepth = limits.pdfDepth
        mostItems = limits.pdfItems
    }

    /// The next value; nil where a keyword or the end stands instead, which stays to be read.
    mutating func value() throws -> PDFObject? {
        items = 0
        open.removeAll(keepingCapacity: true)
        isAtBoundary = false
        lexer.isClean = true
        isClean = true
        defer { isClean = isClean && lexer.isClean }
        let start = lexer.offset
        switch try lexer.next() {
        case .object(.integer(let number)):
            return try reference(number) ?? .integer(number)
        case .object(let object): return checked(object)
        case .arrayOpen: return try array(depth: 1)
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

    private mutating func array(depth: Int) throws -> PDFObject {
        let first = open.count
        try contents(closing: .arrayClose, depth: depth)
        let array = Array(open[first...])
        open.removeLast(open.count - first)
        return .array(array)
    }

    private mutating func dictionary(depth: Int) throws -> PDFObject {
        let first = open.count
        try contents(closing: .dictionaryClose, depth: depth)
        let dictionary = PDFDictionary(pairing: open[first...])
        if dictionary.hasDuplicates || 2 * dictionary.members.count != open.count - first { isClean = false }
        open.removeLast(open.count - first)
        return .dictionary(dictionary)
    }

    /// Leaves what an array or a dictionary holds behind what was open before.
    private mutating func contents(closing: PDFToken, depth: Int) throws {
        guard depth <= mostDepth else {
            throw ParseError(.depth, "values nested at most \(mostDepth) deep expected", at: lexer.offset)
        }
        let first = open.count
        while !isAtBoundary {
            let start = lexer.offset
            let token = try lexer.next()
            items += 1
            guard items <= mostItems else {
                throw ParseError(.limits, "at most \(mostItems) values in one object expected", at: lexer.offset)
            }
            switch token {
            case .object(let object): open.append(checked(object))
            case .arrayOpen: open.append(try array(depth: depth + 1))
            case .dictionaryOpen: open.append(try dictionary(depth: depth + 1))
            case closing: return
            case .dictionaryClose:
                // An array that was never closed ends with the dictionary around it.
                lexer.offset = start
                isClean = false
                if depth == 1 { isAtBoundary = true }
                return
            case .arrayClose: isClean = false
            case .keyword("R"): makeReference(behind: first)
            case .keyword(let word):
                if Self.boundaries.contains(word) {
                    lexer.offset = start
                    isAtBoundary = true
                } else {
                    let constant = Self.constant(word)
                    if constant == nil { isClean = false }
                    open.append(constant ?? .null)
                }
            case .end: isAtBoundary = true
            }
        }
        isClean = false
    }

    /// Takes the last two values for those of a reference, where they stand behind `first`.
    private mutating func makeReference(behind first: Int) {
        guard open.count >= first + 2, let generation = open[open.count - 1].integer,
            let number = open[open.count - 2].integer, generation >= 0, number >= 0
        else {
            isClean = false
            return open.append(.null)
        }
        open.removeLast(2)
        open.append(.reference(PDFReference(number: number, generation: generation)))
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
