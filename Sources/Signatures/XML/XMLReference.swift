import Bytes
import Documents

/// A `ds:Reference`: what it points at, what its transforms leave of that, and the digest that it claims.
struct XMLReference {
    /// What a reference points at, as far as the URI alone says.
    enum Target: Hashable {
        /// All of the document that holds the signature; with its comments only where an XPointer says so.
        case document(withComments: Bool)
        case identifier(String, withComments: Bool)
        /// A file beside the form, by its plain name.
        case file(String)
        /// Something that is never fetched.
        case foreign
    }

    /// What the transforms do to the content, together.
    enum Effect: Equatable {
        /// Canonical form only.
        case all
        /// All but signatures.
        case withoutSignature
        /// Bytes that base64 carries.
        case decoded
        /// A choice or a change that shows something else than what stands there.
        case other
    }

    let target: Target
    let transforms: [XMLTransform]
    /// Nil where the algorithm is none that is known.
    let hash: HashAlgorithm?
    /// Nil where it is no base64.
    let digest: [UInt8]?

    init(_ element: XMLElement) {
        target = Self.target(element.attribute("URI"))
        transforms = XMLSignatureElement.children(of: element, named: "Transforms").flatMap {
            XMLSignatureElement.children(of: $0, named: "Transform")
        }.map(XMLTransform.init)
        hash = XMLSignatureElement.children(of: element, named: "DigestMethod").first
            .flatMap { HashAlgorithm(uri: $0.attribute("Algorithm") ?? "") }
        digest = XMLSignatureElement.children(of: element, named: "DigestValue").first
            .flatMap { try? Base64.decode($0.textBytes) }
    }

    var effect: Effect {
        transforms.reduce(.all) { effect, transform in
            let next: Effect =
                switch transform {
                case .canonical: .all
                case .withoutOwnSignature, .withoutSignatures: .withoutSignature
                case .base64: .decoded
                case .notAllowed: .other
                }
            return switch (effect, next) {
            case (.other, _), (_, .other): .other
            case (.decoded, _), (_, .decoded): .decoded
            case (.withoutSignature, _), (_, .withoutSignature): .withoutSignature
            default: .all
            }
        }
    }

    private static func target(_ uri: String?) -> Target {
        guard let uri else { return .foreign }
        if uri.isEmpty { return .document(withComments: false) }
        if uri == "#xpointer(/)" { return .document(withComments: true) }
        if uri.hasPrefix("#") {
            let fragment = String(uri.dropFirst())
            for (open, close) in [("xpointer(id('", "'))"), ("xpointer(id(\"", "\"))")]
            where fragment.hasPrefix(open) && fragment.hasSuffix(close) && fragment.count > open.count + close.count {
                let value = String(fragment.dropFirst(open.count).dropLast(close.count))
                return .identifier(value, withComments: true)
            }
            return fragment.contains("(") ? .foreign : .identifier(fragment, withComments: false)
        }
        guard let name = percentDecoded(uri), isPlainName(name) else { return .foreign }
        return .file(name)
    }

    /// One component of a path, with nothing that leads elsewhere.
    private static func isPlainName(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && !name.hasPrefix(".")
            && !name.unicodeScalars.contains { $0.value < 0x20 || "/\\:#?\u{7F}".unicodeScalars.contains($0) }
    }

    private static func percentDecoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension HashAlgorithm {
    /// Reads the name that signatures give it (RFC 9231, section 2.1); nil for any other.
    init?(uri: String) {
        switch uri {
        case "http://www.w3.org/2001/04/xmldsig-more#md5": self = .md5
        case "http://www.w3.org/2000/09/xmldsig#sha1": self = .sha1
        case "http://www.w3.org/2001/04/xmlenc#sha256": self = .sha256
        case "http://www.w3.org/2001/04/xmldsig-more#sha384": self = .sha384
        case "http://www.w3.org/2001/04/xmlenc#sha512": self = .sha512
        default: return nil
        }
    }
}
