import Bytes
import Documents
import Signatures
import Testing

@Suite("Certificates, revocation lists and messages")
struct CertificateTests {
    @Test("A certificate says who, by whom, when and for what")
    func fields() throws {
        let certificate = try TestTrust.certificate("citizen-rsa2048")
        #expect(certificate.subject.text == "C=VN, CN=Nguyễn Văn An, UID=CCCD:062090001234")
        #expect(certificate.subject.values("UID") == ["CCCD:062090001234"])
        #expect(certificate.issuer.values("CN") == ["Hoso Test Issuing CA 1"])
        #expect(certificate.serial == [0x0B, 0xB9])
        #expect(certificate.notBefore == 1_577_836_800)
        #expect(certificate.notAfter == 2_208_988_800)
        #expect(certificate.key.kind == .rsa(bits: 2048))
        #expect(certificate.key.weakness == nil)
        #expect(certificate.extensions.keyUsage == [.digitalSignature, .nonRepudiation])
        #expect(certificate.extensions.isAuthority == false)
        #expect(certificate.usageProblem == nil)
        #expect(try TestTrust.certificates("intermediates").first?.extensions.isAuthority == true)
    }

    @Test("Keys are told by kind and size")
    func keys() throws {
        #expect(try TestTrust.certificate("citizen-p256").key.kind == .elliptic(.p256))
        #expect(try TestTrust.certificate("company-p384").key.text == "EC P-384")
        #expect(try TestTrust.certificate("weak-rsa1024").key.weakness == "rsa-1024")
    }

    @Test("A key put together from its numbers is the certificate's")
    func keyFromNumbers() throws {
        let key = try TestTrust.certificate("citizen-rsa2048").key
        var outer = DERReader(key.der, limits: Limits())
        var info = try outer.open(0x30)
        _ = try info.algorithm()
        var inside = DERReader(try info.bitString(), limits: Limits())
        var numbers = try inside.open(0x30)
        let modulus = try numbers.unsignedInteger()
        let exponent = try numbers.unsignedInteger()
        #expect(PublicKey(rsaModulus: [0] + modulus, exponent: exponent, limits: Limits()) == key)
        #expect(PublicKey(rsaModulus: [], exponent: exponent, limits: Limits()) == nil)
        #expect(PublicKey(point: [4] + [UInt8](repeating: 1, count: 63), curve: .p256, limits: Limits()) == nil)
    }

    @Test("Certificates cross and arrive the same")
    func crossing() throws {
        let certificate = try TestTrust.certificate("citizen-p256")
        #expect(try TestTrust.crossed(certificate) == certificate)
        #expect(try TestTrust.crossed(certificate.key) == certificate.key)
    }

    @Test("A list of revoked certificates says how old it is")
    func lists() throws {
        let lists = try TestTrust.revocationLists()
        #expect(lists.count == 2)
        #expect(lists.allSatisfy { $0.thisUpdate == 1_767_225_600 && $0.nextUpdate == 2_208_988_800 })
    }

    private static let names = ["citizen-rsa2048", "company-p384", "selfsigned-rsa2048"]

    @Test("Every beginning of a certificate is refused and none traps", arguments: names)
    func truncatedCertificate(name: String) throws {
        let bytes = try TestTrust.certificate(name).der
        for count in 0..<bytes.count {
            #expect(throws: ParseError.self) { try Certificate(Array(bytes[..<count]), limits: Limits()) }
        }
        #expect(throws: ParseError.self) { try Certificate(bytes + [0], limits: Limits()) }
    }

    @Test("A certificate with any byte changed is read or refused, and never traps", arguments: names)
    func mutatedCertificate(name: String) throws {
        let bytes = try TestTrust.certificate(name).der
        var read = 0
        for index in bytes.indices {
            for value in [0, 0xFF, bytes[index] ^ 1, bytes[index] ^ 0x80] as [UInt8] {
                var changed = bytes
                changed[index] = value
                if (try? Certificate(changed, limits: Limits())) != nil { read += 1 }
            }
        }
        #expect(read > 0 && read < 4 * bytes.count)
    }

    @Test("A certificate is read up to its limit of bytes")
    func certificateLimit() throws {
        let bytes = try TestTrust.certificate("citizen-rsa2048").der
        var limits = Limits()
        limits.certificateBytes = bytes.count
        _ = try Certificate(bytes, limits: limits)
        limits.certificateBytes -= 1
        let error = #expect(throws: ParseError.self) { try Certificate(bytes, limits: limits) }
        #expect(error?.code == .limits)
    }

    private func message() throws -> [UInt8] {
        let source = MemorySource(try SignatureFixture.bytes("pdf/signed-openssl-cms.pdf"))
        let contents = try PDFFacts(source, limits: Limits()).signatures.first?.contents ?? []
        return Array(contents[..<(contents.lastIndex { $0 != 0 } ?? 0)]) + [contents.last { $0 != 0 } ?? 0]
    }

    @Test("A signed message names its one signer, its time and its digest")
    func signedMessage() throws {
        let message = try SignedMessage(message(), limits: Limits())
        let signer = try #require(message.signers.first)
        #expect(message.signers.count == 1)
        #expect(message.contentType == "1.2.840.113549.1.7.1")
        #expect(message.content == nil)
        #expect(message.certificate(of: signer)?.subject.values("CN") == ["Nguyễn Văn An"])
        #expect(signer.attributes.messageDigest?.count == 32)
        #expect(signer.attributes.contentType == message.contentType)
        #expect(signer.signedAttributes?.first == 0x31)
    }

    @Test("Every beginning of a message is refused, and zeros behind it are not")
    func truncatedMessage() throws {
        let bytes = try message()
        for count in 0..<bytes.count {
            #expect(throws: ParseError.self) { try SignedMessage(Array(bytes[..<count]), limits: Limits()) }
        }
        _ = try SignedMessage(bytes + [0, 0, 0], limits: Limits())
        #expect(throws: ParseError.self) { try SignedMessage(bytes + [0, 1], limits: Limits()) }
    }

    @Test("A message with any byte changed is read or refused, and never traps")
    func mutatedMessage() throws {
        let bytes = try message()
        var read = 0
        for index in bytes.indices {
            for value in [0, 0xFF, bytes[index] ^ 1, bytes[index] ^ 0x20] as [UInt8] {
                var changed = bytes
                changed[index] = value
                if (try? SignedMessage(changed, limits: Limits())) != nil { read += 1 }
            }
        }
        #expect(read > 0 && read < 4 * bytes.count)
    }

    @Test("Certificates in a message are counted up to the limit")
    func messageLimit() throws {
        let bytes = try message()
        var limits = Limits()
        let count = try SignedMessage(bytes, limits: limits).certificates.count
        limits.signatureCertificates = count
        _ = try SignedMessage(bytes, limits: limits)
        limits.signatureCertificates = count - 1
        #expect(throws: ParseError.self) { try SignedMessage(bytes, limits: limits) }
    }

    @Test("PEM is read block by block, whatever stands around, and refused where it is torn")
    func pem() throws {
        let text = "hello\n" + String(decoding: PEM.encode([1, 2, 3], label: "A B"), as: UTF8.self) + "bye\r\n"
        let blocks = try PEM.blocks(in: Array(text.utf8))
        #expect(blocks.map(\.label) == ["A B"])
        #expect(blocks.map(\.bytes) == [[1, 2, 3]])
        for torn in [
            "-----BEGIN A-----\nAQID\n", "-----END A-----\n", "-----BEGIN A-----\nAQID\n-----END B-----\n",
            "-----BEGIN A-----\n?\n-----END A-----\n", "-----BEGIN A-----\n-----BEGIN A-----\n",
        ] {
            #expect(throws: ParseError.self) { try PEM.blocks(in: Array(torn.utf8)) }
        }
    }
}
