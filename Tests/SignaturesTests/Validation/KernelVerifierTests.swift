import Bytes
import Testing

@testable import Signatures

@Suite("Kernel verifier")
struct KernelVerifierTests {
    private static let kernel = KernelVerifier()

    /// Whether this machine's kernel holds keys at all, and lets this process ask it.
    private static let isThere: Bool = {
        guard let certificate = try? TestTrust.certificate("citizen-rsa2048"),
            let value = try? value(by: "citizen-rsa2048")
        else { return false }
        return kernel.vouches(for: value, under: certificate.key)
    }()

    private static func value(
        by key: String, of digest: [UInt8]? = nil, hash: HashAlgorithm = .sha256, pssSalt: Int? = nil
    ) throws -> SignatureValue {
        let digest = try #require(digest ?? MessageDigest.digest(hash, of: Array("hoso".utf8)))
        let bytes = try TestSigner.sign(digest, hash: hash, key: key, pssSalt: pssSalt)
        return SignatureValue(method: .rsaPKCS1, hash: hash, digest: digest, value: bytes)
    }

    @Test(
        "It vouches for RSA with a member of SHA-2", .enabled(if: isThere),
        arguments: [HashAlgorithm.sha256, .sha384, .sha512])
    func vouches(hash: HashAlgorithm) throws {
        let key = try TestTrust.certificate("citizen-rsa2048").key
        #expect(Self.kernel.vouches(for: try Self.value(by: "citizen-rsa2048", hash: hash), under: key))
    }

    @Test("For a value of which it vouches no program is started", .enabled(if: isThere))
    func noProgram() throws {
        let key = try TestTrust.certificate("citizen-rsa2048").key
        let value = try Self.value(by: "citizen-rsa2048")
        let broken: @Sendable () -> OpenSSL? = { OpenSSL(executable: "/bin/false") }
        #expect(Validation(openssl: broken).fit(of: value, under: key) == .passed)
        #expect(Validation(openssl: broken, kernel: nil).fit(of: value, under: key).outcome != .passed)
    }

    @Test("It vouches for no value of which a bit is changed, in itself or in what was signed")
    func changed() throws {
        let key = try TestTrust.certificate("citizen-rsa2048").key
        let good = try Self.value(by: "citizen-rsa2048")
        for place in 0..<good.value.count {
            var value = good.value
            value[place] ^= 1 << (place % 8)
            let changed = SignatureValue(method: .rsaPKCS1, hash: .sha256, digest: good.digest, value: value)
            #expect(!Self.kernel.vouches(for: changed, under: key))
        }
        for place in 0..<good.digest.count {
            var digest = good.digest
            digest[place] ^= 1 << (place % 8)
            let changed = SignatureValue(method: .rsaPKCS1, hash: .sha256, digest: digest, value: good.value)
            #expect(!Self.kernel.vouches(for: changed, under: key))
        }
    }

    @Test("It vouches for no value of another length or of none", arguments: [0, 1, 255, 257, 5_000])
    func odd(count: Int) throws {
        let key = try TestTrust.certificate("citizen-rsa2048").key
        let good = try Self.value(by: "citizen-rsa2048")
        for bytes in [Array((good.value + good.value).prefix(count)), [UInt8](repeating: 0, count: count)] {
            let changed = SignatureValue(method: .rsaPKCS1, hash: .sha256, digest: good.digest, value: bytes)
            #expect(!Self.kernel.vouches(for: changed, under: key))
        }
    }

    @Test("It vouches for no value under another key, by another hash or with another padding")
    func others() throws {
        let key = try TestTrust.certificate("citizen-rsa2048").key
        let good = try Self.value(by: "citizen-rsa2048")
        #expect(!Self.kernel.vouches(for: good, under: try TestTrust.certificate("otherca-rsa2048").key))
        #expect(!Self.kernel.vouches(for: good, under: try TestTrust.certificate("citizen-p256").key))
        #expect(!Self.kernel.vouches(for: try Self.value(by: "citizen-rsa2048", pssSalt: 32), under: key))
        // Of the same bytes, said to be the digest of another hash.
        let long = try Self.value(by: "citizen-rsa2048", of: [UInt8](repeating: 7, count: 64), hash: .sha512)
        let short = SignatureValue(
            method: .rsaPKCS1, hash: .sha256, digest: Array(long.digest.prefix(32)), value: long.value)
        #expect(!Self.kernel.vouches(for: short, under: key))
    }

    @Test("XS23 It vouches for no forged padding (e = 3), and for a true value of the same key")
    func XS23_laxPadding() throws {
        let key = try TestTrust.certificate("exponent3").key
        let digest = SHA256.digest(of: Array("hoso".utf8)).bytes
        let forged = SignatureValue(
            method: .rsaPKCS1, hash: .sha256, digest: digest,
            value: try SignatureFixture.bytes("pki/exponent3-forged.sig"))
        #expect(!Self.kernel.vouches(for: forged, under: key))
        if Self.isThere {
            #expect(Self.kernel.vouches(for: try Self.value(by: "exponent3", of: digest), under: key))
        }
    }

    @Test("What is weak, and a key with a long exponent, is not asked about")
    func notAsked() throws {
        let short = try TestTrust.certificate("weak-rsa1024").key
        #expect(!Self.kernel.vouches(for: try Self.value(by: "weak-rsa1024"), under: short))
        let key = try TestTrust.certificate("citizen-rsa2048").key
        #expect(!Self.kernel.vouches(for: try Self.value(by: "citizen-rsa2048", hash: .sha1), under: key))
        let modulus = [UInt8](repeating: 0xFF, count: 256)
        func isOrdinary(exponent: [UInt8]) throws -> Bool {
            try #require(PublicKey(rsaModulus: modulus, exponent: exponent, limits: Limits())).isOrdinaryRSA
        }
        #expect(try isOrdinary(exponent: [1, 0, 1]))
        for count in [6, 9, 20] { #expect(try !isOrdinary(exponent: [UInt8](repeating: 0xFF, count: count))) }
    }

    @Test("Many keys, one after the other and from several threads, leave none behind", .enabled(if: isThere))
    func many() async throws {
        let key = try TestTrust.certificate("citizen-rsa2048").key
        let value = try Self.value(by: "citizen-rsa2048")
        // More than the two hundred that one user may hold.
        let vouched = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    (0..<150).count { _ in Self.kernel.vouches(for: value, under: key) }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(vouched == 600)
    }
}
