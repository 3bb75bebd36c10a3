import Bytes
import Documents

/// What a `ds:KeyInfo` shows of the signer's key: certificates and bare keys that stand in it, and nothing that it names elsewhere.
struct XMLKeyInfo {
    /// In the order in which they stand, each once; what cannot be read as a certificate is left out.
    private(set) var certificates: [Certificate] = []
    /// A public key without a certificate.
    private(set) var bareKey: PublicKey?

    private static let version11 = "http://www.w3.org/2009/xmldsig11#"

    init(_ element: XMLElement?, limits: Limits) {
        guard let element else { return }
        let shown = XMLSignatureElement.children(of: element, named: "X509Data").flatMap {
            XMLSignatureElement.children(of: $0, named: "X509Certificate")
        }
        for text in shown.prefix(limits.signatureCertificates) {
            guard let bytes = try? Base64.decode(text.textBytes),
                let certificate = try? Certificate(bytes, limits: limits), !certificates.contains(certificate)
            else { continue }
            certificates.append(certificate)
        }
        let values = XMLSignatureElement.children(of: element, named: "KeyValue").flatMap(\.children)
        bareKey = values.lazy.compactMap { Self.key($0, limits: limits) }.first
        guard bareKey == nil else { return }
        let encoded = element.children.first { $0.name == "DEREncodedKeyValue" && $0.namespace == Self.version11 }
        if let bytes = encoded.flatMap({ try? Base64.decode($0.textBytes) }) {
            var reader = DERReader(bytes, limits: limits)
            bareKey = try? PublicKey(&reader, limits: limits)
        }
    }

    /// Those that may be the signer's, the likeliest first: a certificate that issued another of them comes last.
    func candidates(meant properties: XAdESProperties?) -> [Certificate] {
        let leaves = certificates.filter { one in
            !certificates.contains { $0 != one && $0.issuer == one.subject }
        }
        let ordered = leaves + certificates.filter { !leaves.contains($0) }
        guard let properties, let meant = ordered.first(where: { properties.mean($0.der) == true }) else {
            return ordered
        }
        return [meant] + ordered.filter { $0 != meant }
    }

    private static func key(_ value: XMLElement, limits: Limits) -> PublicKey? {
        func number(_ name: String) -> [UInt8]? {
            XMLSignatureElement.children(of: value, named: name).first.flatMap { try? Base64.decode($0.textBytes) }
        }
        switch (value.name, value.namespace) {
        case ("RSAKeyValue", XMLSignatureElement.namespace):
            guard let modulus = number("Modulus"), let exponent = number("Exponent") else { return nil }
            return PublicKey(rsaModulus: modulus, exponent: exponent, limits: limits)
        case ("DSAKeyValue", XMLSignatureElement.namespace):
            guard let p = number("P"), let q = number("Q"), let g = number("G"), let y = number("Y") else { return nil }
            return PublicKey(dsaPrime: p, order: q, generator: g, value: y, limits: limits)
        case ("ECKeyValue", version11):
            let uri = value.children.first { $0.name == "NamedCurve" }?.attribute("URI") ?? ""
            let point = value.children.first { $0.name == "PublicKey" }.flatMap { try? Base64.decode($0.textBytes) }
            guard let point, let curve = PublicKey.Curve.allCases.first(where: { uri == "urn:oid:\($0.identifier)" })
            else { return nil }
            return PublicKey(point: point, curve: curve, limits: limits)
        default: return nil
        }
    }
}
