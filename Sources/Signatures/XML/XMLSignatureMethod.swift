import Bytes
import Documents

/// How a signature value was made, by the name that its document gives (RFC 9231, sections 2.2 and 2.3).
enum XMLSignatureMethod: Equatable {
    case known(SignatureValue.Method, HashAlgorithm)
    /// Keyed with a secret: whoever can check it can make it, so it shows nothing (XS16, XS17).
    case keyedHash
    case unknown

    init(_ element: XMLElement) {
        let uri = element.attribute("Algorithm") ?? ""
        guard let mark = uri.lastIndex(of: "#") else {
            self = .unknown
            return
        }
        let name = uri[uri.index(after: mark)...]
        switch uri[...mark] {
        case "http://www.w3.org/2007/05/xmldsig-more#" where name == "rsa-pss": self = Self.pss(element)
        case "http://www.w3.org/2007/05/xmldsig-more#" where name.hasSuffix("-rsa-MGF1"):
            let hash = Self.hash(name.dropLast("-rsa-MGF1".count))
            self = hash.map { .known(.rsaPSS(mask: $0, salt: $0.width), $0) } ?? .unknown
        case "http://www.w3.org/2000/09/xmldsig#", "http://www.w3.org/2001/04/xmldsig-more#",
            "http://www.w3.org/2009/xmldsig11#":
            self = Self.plain(name)
        default: self = .unknown
        }
    }

    /// Names such as `rsa-sha256`.
    private static func plain(_ name: Substring) -> XMLSignatureMethod {
        let parts = name.split(separator: "-", maxSplits: 1)
        if parts.first == "hmac" { return .keyedHash }
        guard parts.count == 2, let hash = hash(parts[1]) else { return .unknown }
        switch parts[0] {
        case "rsa": return .known(.rsaPKCS1, hash)
        case "ecdsa": return .known(.ecdsa, hash)
        case "dsa": return .known(.dsa, hash)
        default: return .unknown
        }
    }

    /// Reads the parameters of RSA-PSS; what is not said is SHA-256, and a salt as long as the digest.
    private static func pss(_ element: XMLElement) -> XMLSignatureMethod {
        let parameters = element.children.first { $0.name == "RSAPSSParams" }
        func hash(of parent: XMLElement?) -> HashAlgorithm? {
            guard let method = parent?.children.first(where: { $0.name == "DigestMethod" }) else { return .sha256 }
            return HashAlgorithm(uri: method.attribute("Algorithm") ?? "")
        }
        func number(_ name: String, otherwise: Int) -> Int? {
            guard let text = parameters?.children.first(where: { $0.name == name })?.text else { return otherwise }
            return Int(text.trimmingWhiteSpace)
        }
        let mask = parameters?.children.first { $0.name == "MaskGenerationFunction" }
        guard let digest = hash(of: parameters), let maskHash = mask == nil ? digest : hash(of: mask),
            let salt = number("SaltLength", otherwise: digest.width), (0...512).contains(salt),
            number("TrailerField", otherwise: 1) == 1
        else { return .unknown }
        return .known(.rsaPSS(mask: maskHash, salt: salt), digest)
    }

    private static func hash(_ name: some StringProtocol) -> HashAlgorithm? {
        HashAlgorithm.allCases.first { $0.rawValue.lowercased() == name }
    }
}
