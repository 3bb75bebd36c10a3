package import Bytes

extension Signer: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(
            subject: wire.value(), issuer: wire.value(), serial: wire.value(), notBefore: wire.value(),
            notAfter: wire.value(), key: wire.value())
        commonName = try wire.value()
        identifiers = try wire.value()
        organization = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(subject)
        wire.write(issuer)
        wire.write(serial)
        wire.write(notBefore)
        wire.write(notAfter)
        wire.write(key)
        wire.write(commonName)
        wire.write(identifiers)
        wire.write(organization)
    }
}
