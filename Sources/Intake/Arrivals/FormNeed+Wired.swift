package import Bytes

extension FormNeed: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(name: wire.value(), size: wire.value(), digest: wire.value())
    }

    package func write(to wire: inout WireWriter) {
        wire.write(name)
        wire.write(size)
        wire.write(digest)
    }
}
