package import Bytes

extension FollowUp.Handover: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        self.init()
        collectedAt = try wire.value()
        formSigned = try wire.value()
        originalsCompared = try wire.value()
        trackingNumber = try wire.value()
        signedReceiptOn = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(collectedAt)
        wire.write(formSigned)
        wire.write(originalsCompared)
        wire.write(trackingNumber)
        wire.write(signedReceiptOn)
    }
}
