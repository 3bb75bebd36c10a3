extension Digest: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(words: (wire.word(), wire.word(), wire.word(), wire.word()))
    }

    package func write(to wire: inout WireWriter) {
        for word in [words.0, words.1, words.2, words.3] { wire.write(word: word) }
    }
}
