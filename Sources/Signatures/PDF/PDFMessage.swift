import Bytes
import Documents

/// The CMS message of a PDF signature, with the one signer that it must have (ISO 32000-2, 12.8.3.3).
struct PDFMessage {
    /// Why a message is none that a PDF may have, as a fact about the digest.
    struct Refusal: Error {
        let fact: Fact
    }

    /// How the bytes of the file and the message belong together.
    enum Form: String {
        /// The message signs the bytes, which lie outside of it.
        case detached
        /// The message carries the SHA-1 digest of the bytes, and signs that.
        case digest = "adbe.pkcs7.sha1"
        /// The message carries the digest of the bytes in a time-stamp.
        case timestamp = "ETSI.RFC3161"

        init?(subFilter: String?) {
            switch subFilter {
            case "adbe.pkcs7.detached", "ETSI.CAdES.detached": self = .detached
            default:
                guard let form = Form(rawValue: subFilter ?? ""), form != .detached else { return nil }
                self = form
            }
        }
    }

    let message: SignedMessage
    let signer: MessageSigner
    /// Of the bytes that are covered.
    let hash: HashAlgorithm
    /// Of what the message itself signs.
    private let messageHash: HashAlgorithm
    private let form: Form
    /// What the message carries as the digest of the bytes; nil where it is detached.
    private let carried: [UInt8]?

    init(_ signature: PDFSignature, limits: Limits) throws(Refusal) {
        guard let form = Form(subFilter: signature.subFilter) else {
            throw Refusal(fact: .undetermined("subfilter-unknown"))
        }
        do throws(ParseError) {
            message = try SignedMessage(signature.contents, limits: limits)
        } catch {
            throw Refusal(fact: .failed("no-message"))
        }
        guard let signer = message.signers.first, message.signers.count == 1 else {
            throw Refusal(fact: .failed("not-one-signer"))
        }
        guard let messageHash = MessageAlgorithms.hash(signer.digestAlgorithm) else {
            throw Refusal(fact: .undetermined("digest-unknown"))
        }
        self.form = form
        self.signer = signer
        self.messageHash = messageHash
        switch form {
        case .detached:
            guard message.content == nil else { throw Refusal(fact: .failed("content-not-detached")) }
            (hash, carried) = (messageHash, nil)
        case .digest:
            guard let content = message.content else { throw Refusal(fact: .failed("no-digest")) }
            (hash, carried) = (.sha1, content)
        case .timestamp:
            guard let imprint = message.content.flatMap({ TimestampImprint($0, limits: limits) }) else {
                throw Refusal(fact: .failed("no-digest"))
            }
            (hash, carried) = (imprint.hash, imprint.digest)
        }
        guard hash != .md5 else { throw Refusal(fact: .undetermined("digest-unknown")) }
    }

    /// Whether the digest of the covered bytes is the one that was signed; nil where only the value can say.
    func fit(of digest: [UInt8]) -> Fact? {
        if let carried, carried != digest { return .failed("digest-mismatch") }
        guard signer.signedAttributes != nil else { return nil }
        guard !signer.attributes.isAmbiguous, let signed = signer.attributes.messageDigest else {
            return .failed("no-message-digest")
        }
        guard signer.attributes.contentType == message.contentType else { return .failed("content-type-mismatch") }
        let expected = message.content.map { MessageDigest.digest(messageHash, of: $0) } ?? digest
        return signed == expected ? .passed : .failed("digest-mismatch")
    }

    /// What the signer claims, given the digest of the covered bytes.
    func claim(digest: [UInt8], statedAt: Int?, limits: Limits) -> SignatureClaim {
        let value = value(digest: digest, limits: limits)
        let certificate = message.certificate(of: signer)
        var claim =
            certificate.map { SignatureClaim(value: value, certificate: $0) }
            ?? SignatureClaim(value: value, key: nil)
        claim.others = message.certificates.filter { $0 != certificate }
        claim.signedAt = signer.attributes.signingTime ?? statedAt
        claim.weaknesses = [hash.weakness].compactMap(\.self)
        if let weakness = messageHash.weakness, !claim.weaknesses.contains(weakness) {
            claim.weaknesses.append(weakness)
        }
        if let certificate, let named = signer.attributes.certificateDigest {
            let computed = MessageAlgorithms.hash(named.algorithm).flatMap {
                MessageDigest.digest($0, of: certificate.der)
            }
            if computed != named.digest { claim.doubt = "signing-certificate-mismatch" }
        }
        return claim
    }

    private func value(digest: [UInt8], limits: Limits) -> SignatureValue? {
        guard
            let (method, hash) = MessageAlgorithms.method(
                signer.signatureAlgorithm, parameters: signer.signatureParameters, digest: messageHash, limits: limits)
        else { return nil }
        let signed: [UInt8]?
        if let attributes = signer.signedAttributes {
            signed = MessageDigest.digest(hash, of: attributes)
        } else if let content = message.content {
            signed = MessageDigest.digest(hash, of: content)
        } else {
            signed = hash == self.hash ? digest : nil
        }
        return signed.map { SignatureValue(method: method, hash: hash, digest: $0, value: signer.value) }
    }
}
