import Bytes
import Documents

/// What an XAdES signature says of its signer and its time (ETSI EN 319 132-1; the forms of ETSI TS 101 903 are the same here).
struct XAdESProperties {
    /// The digest of a certificate that the signer meant, and by which function.
    struct CertificateDigest: Equatable {
        let hash: HashAlgorithm?
        let digest: [UInt8]?
    }

    /// Whether a reference of the signature covers them: without one, nobody signed them (XS26).
    let areSigned: Bool
    /// In seconds since 1970 UTC; nil where none stands there, or none that can be read.
    let signedAt: Int?
    /// Of the certificates named, the signer's own first; empty where none is.
    let certificates: [CertificateDigest]

    /// Nil where the signature carries none.
    init?(_ signature: XMLSignatureElement, in outline: XMLOutline) {
        let objects = outline.children(of: signature.number).filter {
            XMLSignatureElement.isNamed("Object", outline.nodes[$0].element)
        }
        let qualifying = objects.flatMap { outline.children(of: $0) }.filter {
            Self.isNamed("QualifyingProperties", outline.nodes[$0].element)
        }
        guard
            let properties = qualifying.flatMap({ outline.children(of: $0) }).first(where: {
                Self.isNamed("SignedProperties", outline.nodes[$0].element)
            })
        else { return nil }
        areSigned = signature.references.contains { reference in
            guard reference.effect == .all, case .identifier(let value, _) = reference.target,
                let found = outline.identified[value], found.count == 1
            else { return false }
            return outline.contains(found[0], properties) && outline.contains(signature.number, found[0])
        }
        let signatureProperties = Self.children(outline.nodes[properties].element, "SignedSignatureProperties").first
        signedAt = signatureProperties.flatMap { Self.children($0, "SigningTime").first }
            .flatMap { XMLTime.seconds($0.text.trimmingWhiteSpace) }
        let named = signatureProperties.map {
            Self.children($0, "SigningCertificate") + Self.children($0, "SigningCertificateV2")
        }
        certificates = (named ?? []).flatMap { Self.children($0, "Cert") }.compactMap { certificate in
            guard let digest = Self.children(certificate, "CertDigest").first else { return nil }
            let method = XMLSignatureElement.children(of: digest, named: "DigestMethod").first
            let value = XMLSignatureElement.children(of: digest, named: "DigestValue").first
            return CertificateDigest(
                hash: method.flatMap { HashAlgorithm(uri: $0.attribute("Algorithm") ?? "") },
                digest: value.flatMap { try? Base64.decode($0.textBytes) })
        }
    }

    /// Whether the signer meant this certificate; nil where none is named, so that nothing speaks against it.
    func mean(_ certificate: [UInt8]) -> Bool? {
        guard let first = certificates.first else { return nil }
        guard let hash = first.hash, let digest = first.digest else { return false }
        return MessageDigest.digest(hash, of: certificate) == digest
    }

    /// Whether an element of an object is, or lies in, what a signature says of itself.
    static func isPart(_ number: Int, of object: Int, in outline: XMLOutline) -> Bool {
        (object...number).contains {
            outline.contains($0, number) && isNamed("QualifyingProperties", outline.nodes[$0].element)
        }
    }

    private static func isNamed(_ name: String, _ element: XMLElement) -> Bool {
        element.name == name && element.namespace?.hasPrefix("http://uri.etsi.org/01903") == true
    }

    private static func children(_ element: XMLElement, _ name: String) -> [XMLElement] {
        element.children.filter { isNamed(name, $0) }
    }
}
