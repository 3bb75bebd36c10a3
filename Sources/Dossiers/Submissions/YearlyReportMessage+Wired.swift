package import Bytes

extension YearlyReportMessage: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(id: wire.value(), at: wire.value(), year: wire.value(), attachments: wire.value())
        roadmap = try wire.value()
        roadmapText = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(id)
        wire.write(at)
        wire.write(year)
        wire.write(attachments)
        wire.write(roadmap)
        wire.write(roadmapText)
    }
}
