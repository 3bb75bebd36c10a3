import Documents

/// One step from what a reference points at to what its digest is of.
enum XMLTransform: Hashable {
    /// Leaves out the signature that the reference belongs to.
    case withoutOwnSignature
    /// Leaves out every signature.
    case withoutSignatures
    case canonical(Canonicalization)
    case base64
    /// Anything else might show other content than what stands there: it is never run (XS19).
    case notAllowed

    init(_ transform: XMLElement) {
        let uri = transform.attribute("Algorithm") ?? ""
        if let canonicalization = Canonicalization(uri: uri, parameters: transform) {
            self = .canonical(canonicalization)
            return
        }
        switch uri {
        case "http://www.w3.org/2000/09/xmldsig#enveloped-signature": self = .withoutOwnSignature
        case "http://www.w3.org/2000/09/xmldsig#base64": self = .base64
        case "http://www.w3.org/TR/1999/REC-xpath-19991116": self = Self.xpath(transform.text)
        case "http://www.w3.org/2002/06/xmldsig-filter2": self = Self.filter(transform)
        default: self = .notAllowed
        }
    }

    /// The expressions that say «enveloped»; any other might leave anything out.
    private static func xpath(_ expression: String) -> XMLTransform {
        switch withoutPrefixes(expression) {
        case "not(ancestor-or-self::*:Signature)": .withoutSignatures
        case "count(ancestor-or-self::*:Signature|here()/ancestor::*:Signature[1])>count(ancestor-or-self::*:Signature)":
            .withoutOwnSignature
        default: .notAllowed
        }
    }

    private static func filter(_ transform: XMLElement) -> XMLTransform {
        let filters = transform.children
        guard filters.count == 1, filters[0].attribute("Filter") == "subtract" else { return .notAllowed }
        switch withoutPrefixes(filters[0].text) {
        case "/descendant::*:Signature", "//*:Signature": return .withoutSignatures
        case "here()/ancestor::*:Signature[1]": return .withoutOwnSignature
        default: return .notAllowed
        }
    }

    /// The expression without white space, and with `*` for the prefix of every `Signature`.
    ///
    /// Which namespace a prefix stands for needs no look: what is left out is decided by us, and the digest has to fit it.
    private static func withoutPrefixes(_ expression: String) -> String {
        let plain = expression.filter { !$0.isWhitespace }
        var parts = plain.split(separator: ":Signature", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropLast() {
            let prefix = parts[index].reversed().prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            guard !prefix.isEmpty else { continue }
            parts[index] = parts[index].dropLast(prefix.count) + "*"
        }
        return parts.joined(separator: ":Signature")
    }
}

extension Canonicalization {
    /// Reads an algorithm with the prefixes that its element lists for the exclusive way.
    init?(uri: String, parameters: XMLElement) {
        self.init(uri: uri)
        guard method == .exclusive else { return }
        let lists = parameters.children.filter {
            $0.name == "InclusiveNamespaces" && $0.namespace == "http://www.w3.org/2001/10/xml-exc-c14n#"
        }
        inclusivePrefixes = lists.flatMap {
            ($0.attribute("PrefixList") ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        }
    }
}
