/// A value that crosses between the house and the processes that read for it.
///
/// Both ends are the same program, so what crosses carries no names and no version: fields follow one another in an order that
/// each type keeps to itself. No type holds itself, so nothing nests deeper than the types do.
@usableFromInline package protocol Wired {
    /// Throws a `ParseError` where the bytes are no such value: who wrote them may not be itself any more.
    init(from wire: inout WireReader) throws(ParseError)
    func write(to wire: inout WireWriter)
}

extension Wired {
    /// Reads a message that is this value and nothing more.
    ///
    /// - Parameter room: in bytes, that the elements of all its lists may take in memory.
    package init(wired message: [UInt8], room: Int) throws(ParseError) {
        var wire = WireReader(message, room: room)
        try self.init(from: &wire)
        try wire.finish()
    }

    /// As a message of its own.
    package var wired: [UInt8] {
        var wire = WireWriter()
        write(to: &wire)
        return wire.bytes
    }
}
