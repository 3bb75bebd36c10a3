import Bytes

/// What one signature is worth, as five separate facts, and what it says of itself and its signer.
package struct SignatureReport: Sendable, Codable, Equatable {
    package enum Form: String, Sendable, Codable, Wired, CaseIterable { case xml, pdf }

    /// In the ledger a claim has no place.
    private enum CodingKeys: CodingKey {
        case form, present, coverage, intact, valid, trusted
        case kind, method, digests, signedAt, signer, weaknesses, laterChanges, revocation
    }

    package let form: Form
    /// A well-formed signature stands there, with something that it covers.
    package let present: Fact
    package var coverage: Coverage
    /// The digests fit what is covered.
    package var intact: Fact
    /// The value was made by the key of the certificate shown.
    package var valid: Fact
    /// The certificate leads to an anchor, was in date, and is not revoked; no algorithm is too weak to trust.
    package var trusted: Fact

    /// The kind, such as `XMLDSig`, `XAdES-BES` or `ETSI.CAdES.detached`; nil where it could not be read.
    package var kind: String?
    /// The method of the value, such as `RSA-SHA256`.
    package var method: String?
    /// The digests of what is covered, such as `SHA256`, each once.
    package var digests: [String]?
    /// The time of signing as the signer states it, in seconds since 1970 UTC; nobody vouches for it.
    package var signedAt: Int?
    package var signer: Signer?
    /// What is too weak to trust, as stable words such as `sha1`, `md5`, `dsa` or `rsa-1024`.
    package var weaknesses: [String]?
    /// What is to be judged still; nil once it was.
    package var claims: [SignatureClaim]?
    /// Time-stamps of which one must fit for a PDF to be covered to its end, where no signature does that; nil once judged.
    package var closing: [SignatureClaim]?
    /// What came in a PDF after the bytes that it covers, such as `signatures`; nil where nothing did, and in XML.
    package var laterChanges: PDFChanges.Kind?
    /// Passed where the certificate is known not to be revoked, failed where it is, undetermined with the reason why not known.
    package var revocation: Fact?

    package init(form: Form, present: Fact, coverage: Coverage, intact: Fact, valid: Fact, trusted: Fact) {
        self.form = form
        self.present = present
        self.coverage = coverage
        self.intact = intact
        self.valid = valid
        self.trusted = trusted
    }

    /// Whether somebody signed: where no value stands there is none, whatever it would cover (Điều 7.2a).
    package var isMade: Bool { valid != .emptyValue }

    /// The highest rung of the ladder that it reaches without a gap.
    package var worth: SignatureWorth {
        guard present.outcome == .passed, intact.outcome == .passed else { return .presentBroken }
        guard valid.outcome == .passed else { return .intact }
        return trusted.outcome == .passed ? .trusted : .valid
    }
}
