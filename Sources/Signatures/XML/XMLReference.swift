import Documents

/// A `ds:Reference`: what it points at, and what its transforms leave of that.
struct XMLReference {
    /// What a reference points at, as far as the URI alone says.
    enum Target: Equatable {
        case document
        case identifier(String)
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
        /// A choice or a change that shows something else than what stands there.
        case other
    }

    let target: Target
    let effect: Effect
    let transforms: Int

    init(_ element: XMLElement) {
        target = Self.target(element.attribute("URI"))
        let transforms = XMLSignatureElement.children(of: element, named: "Transforms").flatMap {
            XMLSignatureElement.children(of: $0, named: "Transform")
        }
        self.transforms = transforms.count
        effect = transforms.reduce(.all) { effect, transform in
            switch (effect, Self.effect(of: transform)) {
            case (.other, _), (_, .other): .other
            case (.withoutSignature, _), (_, .withoutSignature): .withoutSignature
            default: .all
            }
        }
    }

    private static func target(_ uri: String?) -> Target {
        guard let uri else { return .foreign }
        if uri.isEmpty || uri == "#xpointer(/)" { return .document }
        if uri.hasPrefix("#") {
            let fragment = String(uri.dropFirst())
            for (open, close) in [("xpointer(id('", "'))"), ("xpointer(id(\"", "\"))")]
            where fragment.hasPrefix(open) && fragment.hasSuffix(close) && fragment.count > open.count + close.count {
                return .identifier(String(fragment.dropFirst(open.count).dropLast(close.count)))
            }
            return fragment.contains("(") ? .foreign : .identifier(fragment)
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

    private static func effect(of transform: XMLElement) -> Effect {
        switch transform.attribute("Algorithm") ?? "" {
        case "http://www.w3.org/2000/09/xmldsig#enveloped-signature": .withoutSignature
        case "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11", "http://www.w3.org/2006/12/xml-c14n11#WithComments",
            "http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments":
            .all
        case "http://www.w3.org/TR/1999/REC-xpath-19991116":
            excludesSignatures(transform.text) ? .withoutSignature : .other
        case "http://www.w3.org/2002/06/xmldsig-filter2":
            transform.children.count == 1 && transform.children[0].attribute("Filter") == "subtract"
                && subtractsSignatures(transform.text) ? .withoutSignature : .other
        default: .other
        }
    }

    /// The XPath filters that mean «enveloped»; any other might leave anything out.
    private static func excludesSignatures(_ expression: String) -> Bool {
        let plain = withoutPrefixes(expression)
        return plain == "not(ancestor-or-self::*:Signature)"
            || plain
                == "count(ancestor-or-self::*:Signature|here()/ancestor::*:Signature[1])>count(ancestor-or-self::*:Signature)"
    }

    private static func subtractsSignatures(_ expression: String) -> Bool {
        ["/descendant::*:Signature", "//*:Signature", "here()/ancestor::*:Signature[1]"].contains(
            withoutPrefixes(expression))
    }

    /// The expression without white space, and with `*` for the prefix of every `Signature`.
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
