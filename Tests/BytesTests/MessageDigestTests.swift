import Bytes
import Testing

@Suite("MessageDigest")
struct MessageDigestTests {
    /// Digests of `count` bytes that count up from 0 to 250 and begin again, by another implementation (Python's hashlib).
    struct Vector: Sendable, CustomTestStringConvertible {
        let count: Int
        let sha1: String
        let sha384: String
        let sha512: String
        var testDescription: String { "\(count) bytes" }
    }

    static let vectors: [Vector] = [
        Vector(
            count: 0, sha1: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            sha384:
                "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b",
            sha512:
                "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
        ),
        Vector(
            count: 1, sha1: "5ba93c9db0cff93f52b521d7420e43f6eda2784f",
            sha384:
                "bec021b4f368e3069134e012c2b4307083d3a9bdd206e24e5f0d86e13d6636655933ec2b413465966817a9c208a11717",
            sha512:
                "b8244d028981d693af7b456af8efa4cad63d282e19ff14942c246e50d9351d22704a802a71c3580b6370de4ceb293c324a8423342557d4e5c38438f0e36910ee"
        ),
        Vector(
            count: 55, sha1: "8ae2d46729cfe68ff927af5eec9c7d1b66d65ac2",
            sha384:
                "dcedb6b590edb4efa849c801e6b6490657a5c1e64f69269f5f63c9267f6223de24cea7aaa6b267d9bcecc15147b6c875",
            sha512:
                "6856647f269c2ee3d8128f0b25427659d880641ef343300dd3cd4679168f58d6527fda70b4ebc854e2065e172b7d58c1536992c0810599259ba84a2b40c65414"
        ),
        Vector(
            count: 56, sha1: "636e2ec698dac903498e648bd2f3af641d3c88cb",
            sha384:
                "7b9132d597b8873ad55bbc30f18ed3f2c9f340e7de69fb5774056c71a06d9bc2b14137e9e1c68b6b645fed28b188249d",
            sha512:
                "8b12b2f6fe400a51d29656e2b8c42a1bbfe6fcf3e425da430db05d1a2dda14790dee20fa8b22d8762afffe4988a5c98a4430d22a17e41e23d90fa61ab75671a9"
        ),
        Vector(
            count: 57, sha1: "7cb1330f35244b57437539253304ea78a6b7c443",
            sha384:
                "0901b1e5b13fce000486bda64fbe45c79fce15f38a4ddd9335a521d98829d267abccd84284bef1ea3c2d4e4687c6d3b8",
            sha512:
                "92cb9f2e4eee07c7b32b06cf4917fbe54365f55247cc9b5bc4478d9fada52b07d1c302b3959d0ca9a75a629653ea7c245a8fbba2a265cda4ea70ac5a860a6f3d"
        ),
        Vector(
            count: 63, sha1: "6d942da0c4392b123528f2905c713a3ce28364bd",
            sha384:
                "dd66b519f51a925814407a449c60b34c553d7652d41783ee903a810a4c9f833b8181c91c7f12283eacd6a5f8a2639ddf",
            sha512:
                "9dc9c5598e55dc42955695320839788e353f1d7f6ba74df74c80a8a52f463c0697f57f68835d1418f4ce9b6530cd79bd0f4c6f7e13c93feb1218c0b65c2c0561"
        ),
        Vector(
            count: 64, sha1: "c6138d514ffa2135bfce0ed0b8fac65669917ec7",
            sha384:
                "9f2c9eb7116b3d7a4ba84a74a4d4eff8a5efcf54b6d7b662693c38577914c73a214766f0a175339bb0895a863824fc0a",
            sha512:
                "ee4320ebaf3fdb4f2c832b137200c08e235e0fa7bbd0eb1740c7063ba8a0d151da77e003398e1714a955d475b05e3e950b639503b452ec185de4229bc4873949"
        ),
        Vector(
            count: 65, sha1: "69bd728ad6e13cd76ff19751fde427b00e395746",
            sha384:
                "14b0a9ffce149426bf5045ffc24c057451d2473186deb4f150117b855911a7641651fb1e15df406eb373d71151c46f25",
            sha512:
                "02856cef735f9acec6b9e33f0fbc8f9804d2aa54187f382b8ae842e5d3696c07459aad2a5aed25ea5e117eb1c7ba35da6a7a8adce9e6afe3ad79e9fa42d5bba8"
        ),
        Vector(
            count: 111, sha1: "bc544e24573d592290fdaff8ecf3f7f2b00cd483",
            sha384:
                "f5f9fe110d809d34029de262a01b208356caec6e054c7f926b2591f6c9780579d4b59f5578c6f531a84f158a33660cef",
            sha512:
                "a1a111449b198d9b1f538bad7f3fc1022b3a5b1a5e90a0bc860de8512746cbc31599e6c834de3a3235327af0b51ff57bf7acf1974a73014d9c3953812edc7c8d"
        ),
        Vector(
            count: 112, sha1: "e4ce142d09a84a8645338dd6535cbfaaf800d320",
            sha384:
                "33ba080ec0ccb378e4e95fed3b26c23aa1a280476e007519ee47f60cd9c5c8a65d627259a9aa2fd33ca06d3c14ee5548",
            sha512:
                "c5fbd731d19d2ae1180f001be72c2c1aaba1d7b094b3748880e24593b8e117a750e11c1bd867cc2f96dace8c8b74abd2d5c4f236be444e77d30d1916174070b9"
        ),
        Vector(
            count: 113, sha1: "1c26461e26eb697ccc36a98714ee70caaa87a84e",
            sha384:
                "f14fc73c4192759b70993dc35fbee193a60a98dbd1f8b2421afa253dec63015a0d6b75fb50f9f9a5f7fb8e7241540699",
            sha512:
                "61b2e77db697dfe5571fff3ed06bd60c41e1e7b7c08a80de01cb16526d9a9a52d690dfbe792278a60f6e2b4c57a97c729773f26e258d2393890c985d645f6715"
        ),
        Vector(
            count: 119, sha1: "41c89d06001bab4ab78736b44efe7ce18ce6ae08",
            sha384:
                "0c8d3031d85cefa23a09e13ce03623f0e648a030e43700c82aa1c8aa7e3ea9cecef3029a23815ad940cc39adb7747d2f",
            sha512:
                "43e497279c2ce805903a33b54b746ea92d607f7c4807986c849823b81097a9099b5896ac7cc66df3a93edc8a91b6f3971d6c7f5688daf635737760bd080e27b3"
        ),
        Vector(
            count: 120, sha1: "d3dbd653bd8597b7475321b60a36891278e6a04a",
            sha384:
                "0577ad6090b2a39ffa1c4a25436f9e958890c55a5b23cf8cee8195a5984316d81d6cf0b5916c0ad8b1f512fb39826c6d",
            sha512:
                "9636708964c5ff6600510319e07bf3fcfcb1f4058fec278efb677964ba1e140c1632505452f802e99bcf09da3d456dc3868d149a0788a730e49d239ce7415145"
        ),
        Vector(
            count: 127, sha1: "89d7312a903f65cd2b3e34a975e55dbea9033353",
            sha384:
                "d5fcfe2fcf6b3ef375ede37c8123d9b78065fecc1d55197e2f7721e6e9a93d0ba4d7fd15f9b96dea2744df24141ba2ef",
            sha512:
                "eab89674feaa34e27aebeeff3c0a4d70070bb872d5e9f186cf1dbbdee517b6e35724d629ff025a5b07185e911ada7e3c8acf830aa0e4f71777bd2d44f504f7f0"
        ),
        Vector(
            count: 128, sha1: "e6434bc401f98603d7eda504790c98c67385d535",
            sha384:
                "ca2385773319124534111a36d0581fc3f00815e907034b90cff9c3a861e126a741d5dfcff65a417b6d7296863ac0ec17",
            sha512:
                "1dffd5e3adb71d45d2245939665521ae001a317a03720a45732ba1900ca3b8351fc5c9b4ca513eba6f80bc7b1d1fdad4abd13491cb824d61b08d8c0e1561b3f7"
        ),
        Vector(
            count: 129, sha1: "3352e41cc30b40ae80108970492b21014049e625",
            sha384:
                "ef49ae5b9ad51433d00323528d81ea8d2e4d2b507dbd9f1cb84f952b66249a788b1c89fcdb77a0db9f1feb901d47fc73",
            sha512:
                "1d9da57fbbdab09afb3506ab2d223d06109d65c1c8ad197f50138f714bc4c3f2fe5787922639c680acad1c651f955990425954ce2cba0c5cc83f2667d878eb0f"
        ),
        Vector(
            count: 1000, sha1: "c9c960a0b925474fab83942cc27d504fc24ac37b",
            sha384:
                "7a2f8c7f12344964a13cb9260492b845e56615d6152b9eb9e54b580fc88405e64f31813bfda10de2a642fdf1676c61b4",
            sha512:
                "5096498d96f50f9a137c4db5b8b0cd38383ad55350fb5a98805fedc31fa1262f1f0cf4d6f12d7ecd8dedd933a4c9126344fe22e937a8ad35fdeae1e876ae698b"
        ),
    ]

    private func hexadecimal(_ algorithm: HashAlgorithm, of bytes: [UInt8]) -> String? {
        MessageDigest.digest(algorithm, of: bytes).map { Hexadecimal.encode($0) }
    }

    @Test("Known digests of every length around the block's edge", arguments: vectors)
    func knownDigests(vector: Vector) {
        let bytes = (0..<vector.count).map { UInt8($0 % 251) }
        #expect(hexadecimal(.sha1, of: bytes) == vector.sha1)
        #expect(hexadecimal(.sha384, of: bytes) == vector.sha384)
        #expect(hexadecimal(.sha512, of: bytes) == vector.sha512)
        #expect(MessageDigest.digest(.sha256, of: bytes) == SHA256.digest(of: bytes).bytes)
    }

    @Test("The standard's own examples")
    func standardExamples() {
        let abc = Array("abc".utf8)
        #expect(hexadecimal(.sha1, of: abc) == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(
            hexadecimal(.sha384, of: abc)
                == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7")
        #expect(
            hexadecimal(.sha512, of: abc)
                == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        )
    }

    @Test(
        "Cuts anywhere make no difference, nor does a source",
        arguments: [HashAlgorithm.sha1, .sha256, .sha384, .sha512])
    func pieces(algorithm: HashAlgorithm) throws {
        let bytes = (0..<1000).map { UInt8($0 % 251) }
        let whole = try #require(MessageDigest.digest(algorithm, of: bytes))
        for size in [1, 3, 63, 64, 65, 127, 128, 129, 500] {
            var hash = try #require(MessageDigest(algorithm))
            for start in stride(from: 0, to: bytes.count, by: size) {
                hash.update(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            #expect(hash.finalize() == whole)
        }
        #expect(try MessageDigest.digest(algorithm, of: MemorySource(bytes)) == whole)
        #expect(whole.count == algorithm.width)
    }

    @Test("MD5 is named and never computed")
    func md5() { #expect(MessageDigest.digest(.md5, of: []) == nil) }
}
