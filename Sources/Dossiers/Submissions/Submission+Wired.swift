package import Bytes

extension Submission: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(
            id: wire.value(), procedure: wire.value(), level: wire.value(), submitter: wire.value(),
            submittedAt: wire.value(), resultDelivery: wire.value(), forms: wire.value(), attachments: wire.value(),
            signatures: wire.value())
        ticked = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(id)
        wire.write(procedure)
        wire.write(level)
        wire.write(submitter)
        wire.write(submittedAt)
        wire.write(resultDelivery)
        wire.write(forms)
        wire.write(attachments)
        wire.write(signatures)
        wire.write(ticked)
    }
}
