import Bytes

/// Certificates and keys travel as the base64 of their DER, and are read again where they arrive.
extension Certificate: Codable {
    package init(from decoder: any Decoder) throws {
        try self.init(Base64.decode(decoder.singleValueContainer().decode(String.self)), limits: Limits())
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Base64.encode(der))
    }
}

extension PublicKey: Codable {
    package init(from decoder: any Decoder) throws {
        let der = try Base64.decode(decoder.singleValueContainer().decode(String.self))
        var reader = DERReader(der, limits: Limits())
        try self.init(&reader, limits: Limits())
        try reader.finish()
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Base64.encode(der))
    }
}
