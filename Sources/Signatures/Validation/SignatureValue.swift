package import Bytes

/// A signature value with all that it takes to verify it under a key.
package struct SignatureValue: Sendable, Equatable {
    package enum Method: Sendable, Equatable {
        /// RSASSA-PKCS1-v1_5 (RFC 8017, 8.2).
        case rsaPKCS1
        /// RSASSA-PSS, whose mask may have another hash (RFC 8017, 8.1); the salt in bytes.
        case rsaPSS(mask: HashAlgorithm, salt: Int)
        /// ECDSA, the value as the DER sequence of r and s (RFC 3279, 2.2.3).
        case ecdsa
        /// DSA, the value as that of ECDSA; too weak to trust, whatever its hash.
        case dsa
    }

    package let method: Method
    package let hash: HashAlgorithm
    /// Of what was signed, by `hash`.
    package let digest: [UInt8]
    package let value: [UInt8]

    package init(method: Method, hash: HashAlgorithm, digest: [UInt8], value: [UInt8]) {
        precondition(digest.count == hash.width, "a digest is of the hash that is named")
        self.method = method
        self.hash = hash
        self.digest = digest
        self.value = value
    }

    /// Takes an ECDSA or DSA value as r and s one after the other, as XML has it (RFC 4050, 3.3); nil for an odd number of bytes.
    package init?(
        concatenated value: [UInt8], method: Method = .ecdsa, hash: HashAlgorithm, digest: [UInt8]
    ) {
        guard !value.isEmpty, value.count.isMultiple(of: 2) else { return nil }
        let half = value.count / 2
        let numbers = [value[..<half], value[half...]].map { DERWriter.unsignedInteger($0) }
        self.init(
            method: method, hash: hash, digest: digest, value: DERWriter.sequence(numbers[0], numbers[1]))
    }

    /// Such as `RSA-SHA256`, `RSA-PSS-SHA256` or `ECDSA-SHA384`.
    package var name: String {
        switch method {
        case .rsaPKCS1: "RSA-\(hash.rawValue)"
        case .rsaPSS: "RSA-PSS-\(hash.rawValue)"
        case .ecdsa: "ECDSA-\(hash.rawValue)"
        case .dsa: "DSA-\(hash.rawValue)"
        }
    }

    /// What is too weak to trust in the method; none where nothing is.
    package var weaknesses: [String] {
        var weaknesses = [hash.weakness].compactMap(\.self)
        if case .rsaPSS(let mask, _) = method, let weakness = mask.weakness, !weaknesses.contains(weakness) {
            weaknesses.append(weakness)
        }
        if method == .dsa { weaknesses.insert("dsa", at: 0) }
        return weaknesses
    }

    /// Whether a key is of the kind that the method uses: a value is never tried under another (XS16).
    func suits(_ key: PublicKey) -> Bool {
        switch (method, key.kind) {
        case (.rsaPKCS1, .rsa), (.rsaPSS, .rsa), (.ecdsa, .elliptic): true
        case (.dsa, .other(let identifier)): identifier == PublicKey.dsa
        default: false
        }
    }
}
