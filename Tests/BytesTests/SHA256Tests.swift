import Testing

@testable import Bytes

@Suite("SHA-256")
struct SHA256Tests {
    /// Digests of `count` bytes 0, 1, 2, ...
    ///
    /// 250, 0, ...; by another implementation (coreutils).
    static let vectors: [(Int, String)] = [
        (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        (54, "675f28acc0b90a72d1c3a570fe83ac565555db358cf01826dc8eefb2bf7ca0f3"),
        (55, "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"),
        (56, "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"),
        (57, "2fe741af801cc238602ac0ec6a7b0c3a8a87c7fc7d7f02a3fe03d1c12eac4d8f"),
        (63, "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"),
        (64, "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"),
        (65, "4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781"),
        (119, "da18797ed7c3a777f0847f429724a2d8cd5138e6ed2895c3fa1a6d39d18f7ec6"),
        (120, "f52b23db1fbb6ded89ef42a23ce0c8922c45f25c50b568a93bf1c075420bbb7c"),
        (127, "92ca0fa6651ee2f97b884b7246a562fa71250fedefe5ebf270d31c546bfea976"),
        (128, "471fb943aa23c511f6f72f8d1652d9c880cfa392ad80503120547703e56a2be5"),
        (129, "5099c6a56203f9687f7d33f4bfdf576d31dc91f6b695ecea38b2770c87631135"),
        (1000, "4e4c294b331f7a2099a379bec34b9f9fc03dc46ab465d998f4d683da53487e6d"),
    ]

    @Test("Known digests of every length around the block's edge", arguments: vectors)
    func knownDigests(count: Int, expected: String) {
        #expect(SHA256.digest(of: Self.pattern(count)).description == expected)
    }

    @Test(
        "The processor's instructions and Swift agree, block by block", .enabled(if: SHA256Compression.hasInstructions),
        arguments: [0, 1, 2, 3, 7, 64, 1000])
    func instructionsAgree(blocks: Int) {
        let bytes = Self.pattern(blocks * 64)
        var (own, plain) = (SHA256State(), SHA256State())
        SHA256Compression.absorbByInstructions(bytes.span, into: &own)
        SHA256Compression.absorbInSwift(bytes.span, into: &plain)
        #expect(own.digest == plain.digest)
        #expect(blocks == 0 || own.digest != SHA256State().digest)
    }

    @Test("The standard's own examples")
    func standardExamples() {
        #expect(
            SHA256.digest(of: Array("abc".utf8)).description
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            SHA256.digest(of: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)).description
                == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        #expect(
            SHA256.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).description
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("Feeding in pieces gives the digest of the whole", arguments: [1, 3, 55, 63, 64, 65, 127, 1000])
    func pieces(size: Int) {
        let bytes = Self.pattern(5000)
        var hash = SHA256()
        var start = 0
        while start < bytes.count {
            let end = min(start + size, bytes.count)
            hash.update(Array(bytes[start..<end]))
            start = end
        }
        #expect(hash.finalize() == SHA256.digest(of: bytes))
    }

    @Test(
        "Of several messages each has the digest that it has alone",
        arguments: [
            [], [0], [70], [0, 0], [64, 64], [5000, 3], [3, 5000], [0, 10, 0, 0, 2000],
            [1000, 70, 0, 900, 128, 3000, 65],
        ])
    func several(counts: [Int]) {
        let messages = counts.enumerated().map { index, count in Self.pattern(count + index).dropFirst(index) }
            .map { Array($0) }
        #expect(SHA256.digests(of: messages) == messages.map { SHA256.digest(of: $0) })
    }

    @Test("Two computations fed together give what each gives alone", arguments: [0, 1, 63, 64, 65, 500], [0, 3, 64])
    func together(before: Int, between: Int) {
        let (first, second) = (Self.pattern(before), Self.pattern(between))
        let bytes = Self.pattern(1_000)
        var (one, other) = (SHA256(), SHA256())
        one.update(first)
        other.update(second)
        SHA256.update(&one, &other, bytes)
        SHA256.update(&one, &other, first)
        #expect(one.finalize() == SHA256.digest(of: first + bytes + first))
        #expect(other.finalize() == SHA256.digest(of: second + bytes + first))
    }

    @Test("A copy goes its own way, and asking for the digest ends nothing")
    func copiesFork() {
        var first = SHA256()
        first.update(Array("ab".utf8))
        var second = first
        _ = first.finalize()
        first.update(Array("c".utf8))
        second.update(Array("d".utf8))
        #expect(first.finalize() == SHA256.digest(of: Array("abc".utf8)))
        #expect(second.finalize() == SHA256.digest(of: Array("abd".utf8)))
    }

    @Test("A source is read in chunks to the same digest", arguments: [0, 1, 262_144, 262_145, 700_000])
    func sources(count: Int) throws {
        let bytes = Self.pattern(count)
        #expect(try SHA256.digest(of: MemorySource(bytes)) == SHA256.digest(of: bytes))
    }

    static func pattern(_ count: Int) -> [UInt8] { (0..<count).map { UInt8($0 % 251) } }
}
