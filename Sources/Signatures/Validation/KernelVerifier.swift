import Bytes
import Files

/// The kernel as one that vouches for signature values, in a thirtieth of the time that starting `openssl` takes.
///
/// Only its yes counts. What it refuses, does not know, or may not be asked about is `openssl`'s to judge.
package struct KernelVerifier: Sendable {
    package init() {}

    /// Whether a value fits a key: RSA with the padding of PKCS #1 and a member of SHA-2.
    func vouches(for signature: SignatureValue, under key: PublicKey) -> Bool {
        guard signature.method == .rsaPKCS1, let hash = signature.hash.kernelName, key.isOrdinaryRSA,
            let held = KernelKey(ofCertificate: Self.envelope(for: key))
        else { return false }
        return held.verifies(signature.value, of: signature.digest, scheme: "enc=pkcs1 hash=\(hash)")
    }

    /// A certificate about nobody by nobody: the kernel takes a key in no other form (RFC 5280, 4.1).
    ///
    /// It asks no one to have signed it, as long as the two names differ.
    private static func envelope(for key: PublicKey) -> [UInt8] {
        let algorithm = DERWriter.sequence(DERWriter.objectIdentifier("1.2.840.113549.1.1.11"), [DERTag.null, 0])
        let contents = DERWriter.sequence(
            DERWriter.element(DERTag.context(0), DERWriter.unsignedInteger([2])), DERWriter.unsignedInteger([1]),
            algorithm, name("a"), DERWriter.sequence(time("000101000000Z"), time("491231235959Z")), name("b"), key.der)
        return DERWriter.sequence(contents, algorithm, DERWriter.bitString([0]))
    }

    private static func name(_ text: String) -> [UInt8] {
        let commonName = DERWriter.objectIdentifier("2.5.4.3")
        let pair = DERWriter.sequence(commonName, DERWriter.element(DERTag.utf8String, Array(text.utf8)))
        return DERWriter.sequence(DERWriter.element(DERTag.set, pair))
    }

    private static func time(_ text: String) -> [UInt8] { DERWriter.element(DERTag.utcTime, Array(text.utf8)) }
}

extension HashAlgorithm {
    /// As the kernel calls it; nil for those that are left to `openssl`.
    fileprivate var kernelName: String? {
        switch self {
        case .sha256, .sha384, .sha512: rawValue.lowercased()
        case .md5, .sha1: nil
        }
    }
}

extension PublicKey {
    /// An RSA key of a size that is in use, and with an exponent of four bytes at most: a long one would keep a processor busy in
    /// the kernel, and `openssl` takes none with a large modulus.
    var isOrdinaryRSA: Bool {
        guard case .rsa(let bits) = kind else { return false }
        return 2048...4096 ~= bits && der.count <= bits / 8 + 40
    }
}
