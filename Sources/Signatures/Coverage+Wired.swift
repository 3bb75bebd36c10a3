package import Bytes

extension Coverage: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(whole: wire.value(), files: wire.value(), part: wire.value())
    }

    package func write(to wire: inout WireWriter) {
        wire.write(whole)
        wire.write(files)
        wire.write(part)
    }
}
