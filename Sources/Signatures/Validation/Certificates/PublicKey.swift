package import Bytes

/// A public key, as a certificate carries it (RFC 5280, 4.1.2.7) or a signature shows it bare.
package struct PublicKey: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Bits of the modulus.
        case rsa(bits: Int)
        case elliptic(Curve)
        /// An algorithm that is not verified here, by its object identifier.
        case other(String)
    }

    /// The curves whose signatures are verified here.
    package enum Curve: String, Sendable, CaseIterable {
        case p256 = "P-256"
        case p384 = "P-384"
        case p521 = "P-521"

        package var identifier: String {
            switch self {
            case .p256: "1.2.840.10045.3.1.7"
            case .p384: "1.3.132.0.34"
            case .p521: "1.3.132.0.35"
            }
        }

        /// Bytes of one coordinate, and of each half of a signature.
        package var width: Int {
            switch self {
            case .p256: 32
            case .p384: 48
            case .p521: 66
            }
        }
    }

    private static let rsa = "1.2.840.113549.1.1.1"
    private static let rsaPSS = "1.2.840.113549.1.1.10"
    private static let elliptic = "1.2.840.10045.2.1"
    static let dsa = "1.2.840.10040.4.1"

    /// The whole SubjectPublicKeyInfo.
    package let der: [UInt8]
    package let kind: Kind

    /// Reads a SubjectPublicKeyInfo.
    package init(_ reader: inout DERReader, limits: Limits) throws(ParseError) {
        let element = try reader.element(DERTag.sequence)
        der = reader.encoding(of: element)
        var inner = try reader.inside(element)
        let algorithm = try inner.algorithm()
        let key = try inner.bitString()
        try inner.finish()
        switch algorithm.identifier {
        case Self.rsa, Self.rsaPSS:
            var outer = DERReader(key, limits: limits)
            var numbers = try outer.open(DERTag.sequence)
            let modulus = try numbers.unsignedInteger()
            _ = try numbers.unsignedInteger()
            kind = .rsa(bits: 8 * modulus.count - (modulus.first?.leadingZeroBitCount ?? 0))
        case Self.elliptic:
            var parameters = DERReader(algorithm.parameters, limits: limits)
            // A curve written out in numbers is none that is named: whoever chose the numbers could choose the key (CVE-2020-0601).
            let name = try? parameters.objectIdentifier()
            let curve = Curve.allCases.first { $0.identifier == name }
            kind = curve.map { .elliptic($0) } ?? .other(name ?? algorithm.identifier)
        default:
            kind = .other(algorithm.identifier)
        }
    }

    /// Puts together the RSA key of a `ds:RSAKeyValue`; nil where the numbers are none.
    package init?(rsaModulus: [UInt8], exponent: [UInt8], limits: Limits) {
        let modulus = Array(rsaModulus.drop { $0 == 0 })
        guard !modulus.isEmpty, !exponent.allSatisfy({ $0 == 0 }) else { return nil }
        let numbers = DERWriter.sequence(
            DERWriter.unsignedInteger(modulus), DERWriter.unsignedInteger(exponent))
        self.init(algorithm: [DERWriter.objectIdentifier(Self.rsa), [DERTag.null, 0]], key: numbers, limits: limits)
    }

    /// Puts together the key of a `dsig11:ECKeyValue` with a named curve; nil where the point is none of the curve's length.
    package init?(point: [UInt8], curve: Curve, limits: Limits) {
        guard point.count == 2 * curve.width + 1, point.first == 4 else { return nil }
        let names = [Self.elliptic, curve.identifier].map(DERWriter.objectIdentifier)
        self.init(algorithm: names, key: point, limits: limits)
    }

    /// Puts together the key of a `ds:DSAKeyValue`; nil where the numbers are none.
    package init?(dsaPrime: [UInt8], order: [UInt8], generator: [UInt8], value: [UInt8], limits: Limits) {
        let parameters = DERWriter.sequence(
            DERWriter.unsignedInteger(dsaPrime), DERWriter.unsignedInteger(order),
            DERWriter.unsignedInteger(generator))
        self.init(
            algorithm: [DERWriter.objectIdentifier(Self.dsa), parameters], key: DERWriter.unsignedInteger(value),
            limits: limits)
    }

    private init?(algorithm: [[UInt8]], key: [UInt8], limits: Limits) {
        let der = DERWriter.sequence(
            DERWriter.element(DERTag.sequence, algorithm.flatMap(\.self)), DERWriter.bitString(key))
        var reader = DERReader(der, limits: limits)
        guard let own = try? PublicKey(&reader, limits: limits) else { return nil }
        self = own
    }

    /// Such as `RSA 2048` or `EC P-256`.
    package var text: String {
        switch kind {
        case .rsa(let bits): "RSA \(bits)"
        case .elliptic(let curve): "EC \(curve.rawValue)"
        case .other(Self.dsa): "DSA"
        case .other(let identifier): identifier
        }
    }

    /// What makes the key too weak to trust (TT 15/2025/TT-BKHCN: RSA of 2048 bits at least, ECDSA of 256); nil where nothing does.
    package var weakness: String? {
        if case .rsa(let bits) = kind, bits < 2048 { return "rsa-\(bits)" }
        if case .other(let identifier) = kind, identifier.hasPrefix("1.2.840.10040.4") { return "dsa" }
        return nil
    }
}
