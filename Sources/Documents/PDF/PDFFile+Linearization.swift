extension PDFFile {
    /// The length that a linearised file gives itself; nil for any other.
    func linearizedLength() throws -> Int? {
        guard
            let first = try parse(
                from: headerOffset,
                { parser -> Int? in
                    try parser.lexer.skipSpace()
                    return parser.lexer.offset
                }), let dictionary = try object(at: first)?.value.dictionary, !dictionary["Linearized"].isNull
        else { return nil }
        return dictionary["L"].integer
    }
}
