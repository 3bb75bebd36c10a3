/// What one signature is worth, as five separate facts.
package struct SignatureReport: Sendable, Codable, Equatable {
    package enum Form: String, Sendable, Codable { case xml, pdf }

    package let form: Form
    /// A well-formed signature stands there, with a value and something that it covers.
    package let present: Fact
    package let coverage: Coverage
    /// The digests fit what is covered.
    package let intact: Fact
    /// The value was made by the key of the certificate shown.
    package let valid: Fact
    /// The certificate leads to an anchor, was in date, and is not revoked.
    package let trusted: Fact

    package init(form: Form, present: Fact, coverage: Coverage, intact: Fact, valid: Fact, trusted: Fact) {
        self.form = form
        self.present = present
        self.coverage = coverage
        self.intact = intact
        self.valid = valid
        self.trusted = trusted
    }
}
