package import Bytes

extension FeedbackMessage: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(id: wire.value(), at: wire.value(), text: wire.value())
        dossier = try wire.value()
        procedure = try wire.value()
        account = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(id)
        wire.write(at)
        wire.write(text)
        wire.write(dossier)
        wire.write(procedure)
        wire.write(account)
    }
}
