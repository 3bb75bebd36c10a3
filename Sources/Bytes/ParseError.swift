/// What is wrong with bytes from outside: the sender's fault, turned into a finding or a quarantine at the border.
@usableFromInline package struct ParseError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The stable word for the fault, as `hoso check` prints it.
    package enum Code: String, Sendable, Codable, Wired, CaseIterable {
        case active, bomb, corrupt, crc, depth, digest, dimensions, dtd, duplicate
        case duplicateID = "duplicate-id"
        case empty, encoding, encrypted, incomplete, layout, limits, malformed, method, mismatch, overlap, path
        case polyglot, schema, text, truncated, type
    }

    package let code: Code
    /// What was expected and what was found, in English, with nothing of what the sender wrote but names and numbers.
    package let message: String
    /// Where in the bytes, counted from 0, where that is known.
    package let offset: Int?
    /// Where in the text, counted from 1, where that is known.
    package let line: Int?

    package init(_ code: Code, _ message: String, at offset: Int? = nil, line: Int? = nil) {
        self.code = code
        self.message = message
        self.offset = offset
        self.line = line
    }

    @usableFromInline package var description: String {
        if let line { return "line \(line): \(message)" }
        if let offset { return "byte \(offset): \(message)" }
        return message
    }
}
