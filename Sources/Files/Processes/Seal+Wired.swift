package import Bytes

extension Seal.Holds: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(
            network: wire.value(), writing: wire.value(), reading: wire.value(), programs: wire.value(),
            house: wire.value())
    }

    package func write(to wire: inout WireWriter) {
        for holds in [network, writing, reading, programs, house] { wire.write(holds) }
    }
}
