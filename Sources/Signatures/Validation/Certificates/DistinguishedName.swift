import Bytes

/// The name of a subject or an issuer (RFC 5280, 4.1.2.4): what people read of it, and the bytes that are compared.
package struct DistinguishedName: Hashable, Sendable {
    private static let names = [
        "2.5.4.3": "CN", "2.5.4.4": "SN", "2.5.4.5": "serialNumber", "2.5.4.6": "C", "2.5.4.7": "L", "2.5.4.8": "ST",
        "2.5.4.9": "STREET", "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.12": "title", "2.5.4.42": "GN",
        "0.9.2342.19200300.100.1.1": "UID", "0.9.2342.19200300.100.1.25": "DC", "1.2.840.113549.1.9.1": "emailAddress",
        "2.5.4.97": "organizationIdentifier",
    ]
    /// Of one value, in characters; longer ones are cut.
    private static let valueCharacters = 500

    /// The name as it was encoded.
    package let der: [UInt8]
    /// Kinds such as `CN`, or an object identifier, with what they say; in the order of the name.
    package let attributes: [Attribute]

    package struct Attribute: Hashable, Sendable {
        package let kind: String
        package let value: String
    }

    init(_ reader: inout DERReader) throws(ParseError) {
        let element = try reader.element(DERTag.sequence)
        der = reader.encoding(of: element)
        var attributes: [Attribute] = []
        var parts = try reader.inside(element)
        while !parts.isAtEnd {
            var part = try parts.open(DERTag.set)
            while !part.isAtEnd {
                var pair = try part.open(DERTag.sequence)
                let kind = try pair.objectIdentifier()
                let value = try pair.element()
                try pair.finish()
                let text = DERText.decode(pair.content(of: value), tag: value.tag)
                attributes.append(
                    Attribute(kind: Self.names[kind] ?? kind, value: String(text.prefix(Self.valueCharacters))))
            }
        }
        self.attributes = attributes
    }

    /// All that it says, such as `C=VN, CN=Nguyễn Văn An, UID=CCCD:062090001234`.
    package var text: String { attributes.map { "\($0.kind)=\($0.value)" }.joined(separator: ", ") }

    /// What it says of one kind, such as `UID`, which may stand there several times.
    package func values(_ kind: String) -> [String] { attributes.filter { $0.kind == kind }.map(\.value) }
}
