extension ByteSource {
    /// Throws a `ParseError` with code `truncated` where `count` bytes from `offset` on do not all lie within the source.
    package func bounds(at offset: Int, count wanted: Int) throws(ParseError) {
        guard offset >= 0, wanted >= 0, offset <= count, wanted <= count - offset else {
            throw ParseError(
                .truncated, "\(wanted) bytes expected, \(max(0, offset < 0 ? 0 : count - offset)) there", at: offset)
        }
    }
}
