package import Bytes

extension NeededFiles: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(wire.value(), isCutOff: wire.value())
    }

    package func write(to wire: inout WireWriter) {
        wire.write(files)
        wire.write(isCutOff)
    }
}
