package import Bytes

extension SignatureReport: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        try self.init(
            form: wire.value(), present: wire.value(), coverage: wire.value(), intact: wire.value(),
            valid: wire.value(), trusted: wire.value())
        kind = try wire.value()
        method = try wire.value()
        digests = try wire.value()
        signedAt = try wire.value()
        signer = try wire.value()
        weaknesses = try wire.value()
        claims = try wire.value()
        closing = try wire.value()
        laterChanges = try wire.value()
        revocation = try wire.value()
    }

    package func write(to wire: inout WireWriter) {
        wire.write(form)
        wire.write(present)
        wire.write(coverage)
        wire.write(intact)
        wire.write(valid)
        wire.write(trusted)
        wire.write(kind)
        wire.write(method)
        wire.write(digests)
        wire.write(signedAt)
        wire.write(signer)
        wire.write(weaknesses)
        wire.write(claims)
        wire.write(closing)
        wire.write(laterChanges)
        wire.write(revocation)
    }
}
