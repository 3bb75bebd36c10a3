package import Bytes

extension YearlyReport.Step: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(procedure: wire.value(), text: wire.value())
        level = try wire.value()
        target = try wire.value()
        by = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(procedure)
        wire.write(text)
        wire.write(level)
        wire.write(target)
        wire.write(by)
    }
}
