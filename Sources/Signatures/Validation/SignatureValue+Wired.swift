package import Bytes

extension SignatureValue: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        let (method, hash): (Method, HashAlgorithm) = try (wire.value(), wire.value())
        let digest = try wire.bytes()
        guard digest.count == hash.width else { throw wire.refusal("a digest of \(hash.width) bytes") }
        self.init(method: method, hash: hash, digest: digest, value: try wire.bytes())
    }

    package func write(to wire: inout WireWriter) {
        wire.write(method)
        wire.write(hash)
        wire.write(bytes: digest)
        wire.write(bytes: value)
    }
}

extension SignatureValue.Method: Wired {
    package init(from wire: inout WireReader) throws(ParseError) {
        switch try wire.byte() {
        case 0: self = .rsaPKCS1
        case 1: self = .rsaPSS(mask: try wire.value(), salt: try wire.value())
        case 2: self = .ecdsa
        case 3: self = .dsa
        default: throw wire.refusal("a method of signing")
        }
    }

    package func write(to wire: inout WireWriter) {
        switch self {
        case .rsaPKCS1: wire.write(case: 0)
        case .rsaPSS(let mask, let salt):
            wire.write(case: 1)
            wire.write(mask)
            wire.write(salt)
        case .ecdsa: wire.write(case: 2)
        case .dsa: wire.write(case: 3)
        }
    }
}
