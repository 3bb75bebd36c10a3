import Bytes
import Documents

/// One signature of a PDF, read, and the bytes that it covers digested.
struct PDFSignatureCheck {
    let signature: PDFSignature
    /// Whether the covered bytes are those that were signed.
    let intact: Fact
    /// Nil where there is no message that could be read.
    let claim: SignatureClaim?
    /// Of what is covered.
    let hash: HashAlgorithm?

    /// Reads the covered bytes once, in pieces; throws only what the source throws where it cannot be read.
    init(_ signature: PDFSignature, in source: any ByteSource, limits: Limits) throws {
        self.signature = signature
        let message: PDFMessage
        do throws(PDFMessage.Refusal) {
            guard signature.problems.isEmpty else { throw PDFMessage.Refusal(fact: .undetermined("not-checked")) }
            message = try PDFMessage(signature, limits: limits)
        } catch {
            (intact, claim, hash) = (error.fact, nil, nil)
            return
        }
        hash = message.hash
        guard let digest = try Self.digest(message.hash, of: signature, in: source) else {
            (intact, claim) = (.undetermined("digest-unknown"), nil)
            return
        }
        let fit = message.fit(of: digest)
        var claim = message.claim(digest: digest, statedAt: signature.signedAt, limits: limits)
        // A signer who signs nothing but the bytes leaves no digest of them beside the value.
        claim.carriesDigest = fit == nil
        self.claim = claim
        intact = fit ?? .undetermined("digest-in-value")
    }

    /// Whether nothing found so far speaks against the digest.
    var mayBeIntact: Bool { intact.outcome == .passed || claim?.carriesDigest == true && intact.outcome != .failed }

    /// Of the two ranges around the signature's own string; nil for a hash that is not computed here.
    private static func digest(
        _ hash: HashAlgorithm, of signature: PDFSignature, in source: any ByteSource
    ) throws -> [UInt8]? {
        guard var running = MessageDigest(hash), signature.byteRange.count == 4 else { return nil }
        let ranges = signature.byteRange
        for (start, count) in [(ranges[0], ranges[1]), (ranges[2], ranges[3])] {
            var done = 0
            while done < count {
                let bytes = try source.read(at: start + done, count: min(chunk, count - done))
                running.update(bytes)
                done += bytes.count
            }
        }
        return running.finalize()
    }

    /// How much of the file is in memory at a time.
    private static let chunk = 256 * 1024

    func report(after history: PDFHistory) throws -> SignatureReport {
        let present: Fact = signature.problems.first.map { .failed($0.rawValue) } ?? .passed
        let later = present == .passed ? try history.changes(after: signature) : nil
        var intact = intact
        if mayBeIntact, let reason = history.objection(to: later, after: signature) {
            intact = .failed(reason)
        }
        // What only helps to validate it later takes nothing away from what it covers.
        let coversAll = signature.coversWholeFile || intact.outcome != .failed && later == .validationData
        let coverage = present == .passed ? Coverage(whole: coversAll, part: !coversAll) : Coverage()
        var report = SignatureReport(
            form: .pdf, present: present, coverage: coverage, intact: intact, valid: .undetermined("not-checked"),
            trusted: .undetermined("not-checked"))
        report.kind = signature.subFilter
        report.laterChanges = later
        report.signedAt = signature.signedAt
        if later != nil, intact.outcome != .failed { report.closing = history.closing }
        guard let claim else { return report }
        report.signedAt = claim.signedAt
        report.method = claim.value?.name
        report.digests = hash.map { [$0.rawValue] }
        report.add([claim])
        return report
    }
}
