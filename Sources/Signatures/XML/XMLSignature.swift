import Bytes
import Documents

/// One signature of a document, with what it claims of its signer.
struct XMLSignature {
    /// The number of its element in the outline.
    let number: Int
    private(set) var report: SignatureReport
    /// The reference that covers all of the form.
    private(set) var formReference: XMLReference?

    /// Throws what a file's source throws where our own disk fails.
    init(
        _ number: Int, in outline: XMLOutline, _ coverage: XMLCoverage, _ check: inout XMLReferenceCheck,
        limits: Limits
    ) throws {
        self.number = number
        let element: XMLSignatureElement
        do throws(XMLSignatureElement.Fault) {
            element = try XMLSignatureElement(number, in: outline, limits: limits)
        } catch {
            report = Self.report(.failed(error.rawValue), Coverage(), intact: .failed(error.rawValue))
            return
        }
        let covered = coverage.coverage(of: element)
        let covers = covered.whole || covered.part || !covered.files.isEmpty
        let intact = try Self.intact(element, &check)
        report = Self.report(covers ? .passed : .failed("covers-nothing"), covered, intact: intact)
        formReference = element.references.first { coverage.isWhole($0, in: element) }

        let properties = XAdESProperties(element, in: outline)
        describe(element, properties)
        report.add(try Self.claims(element, properties, &check, limits: limits))
        guard covers, intact.outcome == .passed else {
            dropClaims()
            return
        }
        report.valid = .undetermined("not-checked")
        report.trusted = .undetermined("not-checked")
    }

    /// Counts as not looked at, since what it covers could not be handed out once more: only what is signed is read.
    mutating func leaveUnread() {
        report.intact = .undetermined("over-limit")
        report.valid = .undetermined("not-intact")
        report.trusted = .undetermined("not-intact")
        dropClaims()
    }

    /// What does not fit is not worth a look at its value, but where none stands nobody signed, whatever was changed.
    private mutating func dropClaims() {
        if report.claims?.first?.refusal != .emptyValue { report.claims = nil }
    }

    /// One that is not looked at, since there are too many before it.
    init(overLimit number: Int) {
        self.number = number
        report = Self.report(.failed("over-limit"), Coverage(), intact: .undetermined("over-limit"))
    }

    /// One in a document of its own that cannot be read.
    static func unreadable(_ error: ParseError) -> XMLSignature {
        XMLSignature(unreadable: error.code.rawValue)
    }

    private init(unreadable reason: String) {
        number = 0
        report = Self.report(.failed(reason), Coverage(), intact: .failed(reason))
    }

    private static func report(_ present: Fact, _ coverage: Coverage, intact: Fact) -> SignatureReport {
        let unknown = Fact.undetermined(present.outcome == .passed ? "not-intact" : "not-present")
        return SignatureReport(
            form: .xml, present: present, coverage: coverage, intact: intact, valid: unknown, trusted: unknown)
    }

    /// The worst of what was found of the references: failed before undetermined before passed.
    private static func intact(_ element: XMLSignatureElement, _ check: inout XMLReferenceCheck) throws -> Fact {
        var worst = Fact.passed
        for reference in element.references {
            let fact = try check.fact(of: reference, in: element.number)
            switch (worst.outcome, fact.outcome) {
            case (.passed, _), (.undetermined, .failed): worst = fact
            default: break
            }
        }
        return worst
    }

    private mutating func describe(_ element: XMLSignatureElement, _ properties: XAdESProperties?) {
        let isXAdES = properties?.areSigned == true
        report.kind = isXAdES ? "XAdES-BES" : "XMLDSig"
        report.signedAt = isXAdES ? properties?.signedAt : nil
        var digests: [String] = []
        for case let hash? in element.references.map(\.hash) where !digests.contains(hash.rawValue) {
            digests.append(hash.rawValue)
        }
        report.digests = digests.isEmpty ? nil : digests
        switch element.method {
        case .known(let method, let hash):
            report.method =
                SignatureValue(
                    method: method, hash: hash, digest: [UInt8](repeating: 0, count: hash.width), value: []
                ).name
        case .keyedHash: report.method = "HMAC"
        case .unknown: report.method = nil
        }
    }

    /// Why the value is never tried, as a fact; nil where it is.
    private static func refusal(_ element: XMLSignatureElement) -> Fact? {
        if element.method == .keyedHash { return .failed("keyed-hash") }
        guard let value = element.value else { return .failed("signature-value-malformed") }
        if value.isEmpty { return .emptyValue }
        if element.canonicalization == nil { return .undetermined("canonicalization-not-allowed") }
        return nil
    }

    /// What the signature claims, once for each certificate that may be the signer's.
    private static func claims(
        _ element: XMLSignatureElement, _ properties: XAdESProperties?, _ check: inout XMLReferenceCheck,
        limits: Limits
    ) throws -> [SignatureClaim] {
        let refusal = refusal(element)
        let value = try refusal == nil ? signatureValue(element, &check) : nil
        var weaknesses: [String] = []
        for case let weakness? in element.references.map(\.hash?.weakness) where !weaknesses.contains(weakness) {
            weaknesses.append(weakness)
        }
        let certificates = element.keyInfo.candidates(meant: properties?.areSigned == true ? properties : nil)
        var claims = certificates.prefix(limits.signatureClaims).map { SignatureClaim(value: value, certificate: $0) }
        if claims.isEmpty { claims = [SignatureClaim(value: value, key: element.keyInfo.bareKey)] }
        for index in claims.indices {
            claims[index].others = certificates.filter { $0 != claims[index].certificate }
            claims[index].weaknesses = weaknesses
            claims[index].refusal = refusal
            guard let properties else { continue }
            if !properties.areSigned {
                claims[index].doubt = "signed-properties-not-signed"
                continue
            }
            claims[index].signedAt = properties.signedAt
            if let certificate = claims[index].certificate, properties.mean(certificate.der) == false {
                claims[index].doubt = "signing-certificate-mismatch"
            }
        }
        return claims
    }

    private static func signatureValue(
        _ element: XMLSignatureElement, _ check: inout XMLReferenceCheck
    ) throws -> SignatureValue? {
        guard let canonicalization = element.canonicalization, let value = element.value,
            case .known(let method, let hash) = element.method,
            let digest = try check.digest(of: element.signedInfo, by: canonicalization, hash)
        else { return nil }
        switch method {
        case .ecdsa, .dsa: return SignatureValue(concatenated: value, method: method, hash: hash, digest: digest)
        case .rsaPKCS1, .rsaPSS: return SignatureValue(method: method, hash: hash, digest: digest, value: value)
        }
    }
}
