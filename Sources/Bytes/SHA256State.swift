/// The eight words that SHA-256 carries from block to block (FIPS 180-4, section 5.3.3), one behind the other in memory.
struct SHA256State: Sendable {
    var a: UInt32 = 0x6a09_e667
    var b: UInt32 = 0xbb67_ae85
    var c: UInt32 = 0x3c6e_f372
    var d: UInt32 = 0xa54f_f53a
    var e: UInt32 = 0x510e_527f
    var f: UInt32 = 0x9b05_688c
    var g: UInt32 = 0x1f83_d9ab
    var h: UInt32 = 0x5be0_cd19

    /// The digest, once the last block is in.
    var digest: Digest {
        func pair(_ high: UInt32, _ low: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
        return Digest(words: (pair(a, b), pair(c, d), pair(e, f), pair(g, h)))
    }
}
