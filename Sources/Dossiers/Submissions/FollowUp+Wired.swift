package import Bytes

extension FollowUp: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(id: wire.value(), dossier: wire.value(), at: wire.value(), content: wire.value())
        ticked = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(id)
        wire.write(dossier)
        wire.write(at)
        wire.write(content)
        wire.write(ticked)
    }
}
