package import Bytes

extension Fact: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(outcome: wire.value(), reason: wire.value())
    }

    package func write(to wire: inout WireWriter) {
        wire.write(outcome)
        wire.write(reason)
    }
}
