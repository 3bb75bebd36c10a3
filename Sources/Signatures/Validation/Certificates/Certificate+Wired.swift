package import Bytes

/// Certificates and keys cross as their DER, and are read again where they arrive.
extension Certificate: Wired {
    package init(from wire: inout WireReader) throws(ParseError) { try self.init(wire.bytes(), limits: Limits()) }

    package func write(to wire: inout WireWriter) { wire.write(bytes: der) }
}

extension PublicKey: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        var reader = DERReader(try wire.bytes(), limits: Limits())
        try self.init(&reader, limits: Limits())
        try reader.finish()
    }

    package func write(to wire: inout WireWriter) { wire.write(bytes: der) }
}
