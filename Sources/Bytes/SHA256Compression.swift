private import CSHA256

/// The compression function of SHA-256 (FIPS 180-4, section 6.2.2): where nearly all the time of a digest goes.
///
/// The processor's own instructions do it where they are there. In Swift sixteen rounds stand written out, so that the
/// eight working words never move and the schedule stays in sixteen local words; four passes make the sixty-four rounds.
enum SHA256Compression {
    /// The round constants: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ]

    /// Takes whole blocks of 64 bytes into the state.
    static func absorb(_ blocks: Span<UInt8>, into state: inout SHA256State) {
        if hasInstructions { absorbByInstructions(blocks, into: &state) } else { absorbInSwift(blocks, into: &state) }
    }

    /// Takes as many blocks of one message into one state as of another into another, in little more than the time of one.
    static func absorb(
        _ blocks: Span<UInt8>, into state: inout SHA256State, _ others: Span<UInt8>, into other: inout SHA256State
    ) {
        precondition(blocks.count == others.count, "two messages are taken in block by block")
        guard hasInstructions else {
            absorbInSwift(blocks, into: &state)
            return absorbInSwift(others, into: &other)
        }
        unsafe blocks.withUnsafeBufferPointer { memory in
            unsafe others.withUnsafeBufferPointer { otherMemory in
                unsafe constants.withUnsafeBufferPointer { table in
                    unsafe withUnsafeMutablePointer(to: &state) { words in
                        unsafe withUnsafeMutablePointer(to: &other) { otherWords in
                            guard let bytes = memory.baseAddress, let otherBytes = otherMemory.baseAddress,
                                let k = table.baseAddress
                            else { return }
                            unsafe csha256_absorb_two(
                                UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt32.self), bytes,
                                UnsafeMutableRawPointer(otherWords).assumingMemoryBound(to: UInt32.self), otherBytes,
                                memory.count / 64, k)
                        }
                    }
                }
            }
        }
    }

    /// Whether the processor that runs this has instructions for it.
    static let hasInstructions = csha256_is_there() != 0

    /// Must only be called where `hasInstructions`.
    static func absorbByInstructions(_ blocks: Span<UInt8>, into state: inout SHA256State) {
        precondition(blocks.count.isMultiple(of: 64), "SHA-256 takes blocks of 64 bytes")
        unsafe blocks.withUnsafeBufferPointer { memory in
            unsafe constants.withUnsafeBufferPointer { table in
                unsafe withUnsafeMutablePointer(to: &state) { words in
                    guard let bytes = memory.baseAddress, let k = table.baseAddress else { return }
                    unsafe words.withMemoryRebound(to: UInt32.self, capacity: 8) { words in
                        unsafe csha256_absorb(words, bytes, memory.count / 64, k)
                    }
                }
            }
        }
    }

    /// The same on any processor, and the yardstick of the tests.
    static func absorbInSwift(_ blocks: Span<UInt8>, into state: inout SHA256State) {
        precondition(blocks.count.isMultiple(of: 64), "SHA-256 takes blocks of 64 bytes")
        unsafe blocks.withUnsafeBytes { memory in
            unsafe constants.withUnsafeBufferPointer { table in
                guard let k = table.baseAddress else { return }
                for offset in stride(from: 0, to: memory.count, by: 64) {
                    unsafe absorb(memory, at: offset, k, into: &state)
                }
            }
        }
    }

    /// Takes one block into the state; `memory` reaches 64 bytes past `offset`, and `k` holds the 64 constants.
    private static func absorb(
        _ memory: UnsafeRawBufferPointer, at offset: Int, _ k: UnsafePointer<UInt32>,
        into state: inout SHA256State
    ) {
        var w0 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 0, as: UInt32.self))
        var w1 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
        var w2 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 8, as: UInt32.self))
        var w3 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
        var w4 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 16, as: UInt32.self))
        var w5 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 20, as: UInt32.self))
        var w6 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 24, as: UInt32.self))
        var w7 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 28, as: UInt32.self))
        var w8 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 32, as: UInt32.self))
        var w9 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 36, as: UInt32.self))
        var w10 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 40, as: UInt32.self))
        var w11 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 44, as: UInt32.self))
        var w12 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 48, as: UInt32.self))
        var w13 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 52, as: UInt32.self))
        var w14 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 56, as: UInt32.self))
        var w15 = unsafe UInt32(bigEndian: memory.loadUnaligned(fromByteOffset: offset + 60, as: UInt32.self))
        var (a, b, c, d) = (state.a, state.b, state.c, state.d)
        var (e, f, g, h) = (state.e, state.f, state.g, state.h)
        // Masking shifts and a plain pointer: the checked ones are function calls in a debug build, six times slower.
        var t: UInt32
        var u: UInt32
        var base = 0
        while true {
            t = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
            h = unsafe h &+ t &+ (g ^ (e & (f ^ g))) &+ k[base + 0] &+ w0
            d = d &+ h
            t = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
            h = h &+ t &+ ((a & b) | (c & (a | b)))
            t = (d &>> 6 | d &<< 26) ^ (d &>> 11 | d &<< 21) ^ (d &>> 25 | d &<< 7)
            g = unsafe g &+ t &+ (f ^ (d & (e ^ f))) &+ k[base + 1] &+ w1
            c = c &+ g
            t = (h &>> 2 | h &<< 30) ^ (h &>> 13 | h &<< 19) ^ (h &>> 22 | h &<< 10)
            g = g &+ t &+ ((h & a) | (b & (h | a)))
            t = (c &>> 6 | c &<< 26) ^ (c &>> 11 | c &<< 21) ^ (c &>> 25 | c &<< 7)
            f = unsafe f &+ t &+ (e ^ (c & (d ^ e))) &+ k[base + 2] &+ w2
            b = b &+ f
            t = (g &>> 2 | g &<< 30) ^ (g &>> 13 | g &<< 19) ^ (g &>> 22 | g &<< 10)
            f = f &+ t &+ ((g & h) | (a & (g | h)))
            t = (b &>> 6 | b &<< 26) ^ (b &>> 11 | b &<< 21) ^ (b &>> 25 | b &<< 7)
            e = unsafe e &+ t &+ (d ^ (b & (c ^ d))) &+ k[base + 3] &+ w3
            a = a &+ e
            t = (f &>> 2 | f &<< 30) ^ (f &>> 13 | f &<< 19) ^ (f &>> 22 | f &<< 10)
            e = e &+ t &+ ((f & g) | (h & (f | g)))
            t = (a &>> 6 | a &<< 26) ^ (a &>> 11 | a &<< 21) ^ (a &>> 25 | a &<< 7)
            d = unsafe d &+ t &+ (c ^ (a & (b ^ c))) &+ k[base + 4] &+ w4
            h = h &+ d
            t = (e &>> 2 | e &<< 30) ^ (e &>> 13 | e &<< 19) ^ (e &>> 22 | e &<< 10)
            d = d &+ t &+ ((e & f) | (g & (e | f)))
            t = (h &>> 6 | h &<< 26) ^ (h &>> 11 | h &<< 21) ^ (h &>> 25 | h &<< 7)
            c = unsafe c &+ t &+ (b ^ (h & (a ^ b))) &+ k[base + 5] &+ w5
            g = g &+ c
            t = (d &>> 2 | d &<< 30) ^ (d &>> 13 | d &<< 19) ^ (d &>> 22 | d &<< 10)
            c = c &+ t &+ ((d & e) | (f & (d | e)))
            t = (g &>> 6 | g &<< 26) ^ (g &>> 11 | g &<< 21) ^ (g &>> 25 | g &<< 7)
            b = unsafe b &+ t &+ (a ^ (g & (h ^ a))) &+ k[base + 6] &+ w6
            f = f &+ b
            t = (c &>> 2 | c &<< 30) ^ (c &>> 13 | c &<< 19) ^ (c &>> 22 | c &<< 10)
            b = b &+ t &+ ((c & d) | (e & (c | d)))
            t = (f &>> 6 | f &<< 26) ^ (f &>> 11 | f &<< 21) ^ (f &>> 25 | f &<< 7)
            a = unsafe a &+ t &+ (h ^ (f & (g ^ h))) &+ k[base + 7] &+ w7
            e = e &+ a
            t = (b &>> 2 | b &<< 30) ^ (b &>> 13 | b &<< 19) ^ (b &>> 22 | b &<< 10)
            a = a &+ t &+ ((b & c) | (d & (b | c)))
            t = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
            h = unsafe h &+ t &+ (g ^ (e & (f ^ g))) &+ k[base + 8] &+ w8
            d = d &+ h
            t = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
            h = h &+ t &+ ((a & b) | (c & (a | b)))
            t = (d &>> 6 | d &<< 26) ^ (d &>> 11 | d &<< 21) ^ (d &>> 25 | d &<< 7)
            g = unsafe g &+ t &+ (f ^ (d & (e ^ f))) &+ k[base + 9] &+ w9
            c = c &+ g
            t = (h &>> 2 | h &<< 30) ^ (h &>> 13 | h &<< 19) ^ (h &>> 22 | h &<< 10)
            g = g &+ t &+ ((h & a) | (b & (h | a)))
            t = (c &>> 6 | c &<< 26) ^ (c &>> 11 | c &<< 21) ^ (c &>> 25 | c &<< 7)
            f = unsafe f &+ t &+ (e ^ (c & (d ^ e))) &+ k[base + 10] &+ w10
            b = b &+ f
            t = (g &>> 2 | g &<< 30) ^ (g &>> 13 | g &<< 19) ^ (g &>> 22 | g &<< 10)
            f = f &+ t &+ ((g & h) | (a & (g | h)))
            t = (b &>> 6 | b &<< 26) ^ (b &>> 11 | b &<< 21) ^ (b &>> 25 | b &<< 7)
            e = unsafe e &+ t &+ (d ^ (b & (c ^ d))) &+ k[base + 11] &+ w11
            a = a &+ e
            t = (f &>> 2 | f &<< 30) ^ (f &>> 13 | f &<< 19) ^ (f &>> 22 | f &<< 10)
            e = e &+ t &+ ((f & g) | (h & (f | g)))
            t = (a &>> 6 | a &<< 26) ^ (a &>> 11 | a &<< 21) ^ (a &>> 25 | a &<< 7)
            d = unsafe d &+ t &+ (c ^ (a & (b ^ c))) &+ k[base + 12] &+ w12
            h = h &+ d
            t = (e &>> 2 | e &<< 30) ^ (e &>> 13 | e &<< 19) ^ (e &>> 22 | e &<< 10)
            d = d &+ t &+ ((e & f) | (g & (e | f)))
            t = (h &>> 6 | h &<< 26) ^ (h &>> 11 | h &<< 21) ^ (h &>> 25 | h &<< 7)
            c = unsafe c &+ t &+ (b ^ (h & (a ^ b))) &+ k[base + 13] &+ w13
            g = g &+ c
            t = (d &>> 2 | d &<< 30) ^ (d &>> 13 | d &<< 19) ^ (d &>> 22 | d &<< 10)
            c = c &+ t &+ ((d & e) | (f & (d | e)))
            t = (g &>> 6 | g &<< 26) ^ (g &>> 11 | g &<< 21) ^ (g &>> 25 | g &<< 7)
            b = unsafe b &+ t &+ (a ^ (g & (h ^ a))) &+ k[base + 14] &+ w14
            f = f &+ b
            t = (c &>> 2 | c &<< 30) ^ (c &>> 13 | c &<< 19) ^ (c &>> 22 | c &<< 10)
            b = b &+ t &+ ((c & d) | (e & (c | d)))
            t = (f &>> 6 | f &<< 26) ^ (f &>> 11 | f &<< 21) ^ (f &>> 25 | f &<< 7)
            a = unsafe a &+ t &+ (h ^ (f & (g ^ h))) &+ k[base + 15] &+ w15
            e = e &+ a
            t = (b &>> 2 | b &<< 30) ^ (b &>> 13 | b &<< 19) ^ (b &>> 22 | b &<< 10)
            a = a &+ t &+ ((b & c) | (d & (b | c)))
            if base == 48 { break }
            base += 16
            t = (w1 &>> 7 | w1 &<< 25) ^ (w1 &>> 18 | w1 &<< 14) ^ (w1 &>> 3)
            u = (w14 &>> 17 | w14 &<< 15) ^ (w14 &>> 19 | w14 &<< 13) ^ (w14 &>> 10)
            w0 = w0 &+ t &+ w9 &+ u
            t = (w2 &>> 7 | w2 &<< 25) ^ (w2 &>> 18 | w2 &<< 14) ^ (w2 &>> 3)
            u = (w15 &>> 17 | w15 &<< 15) ^ (w15 &>> 19 | w15 &<< 13) ^ (w15 &>> 10)
            w1 = w1 &+ t &+ w10 &+ u
            t = (w3 &>> 7 | w3 &<< 25) ^ (w3 &>> 18 | w3 &<< 14) ^ (w3 &>> 3)
            u = (w0 &>> 17 | w0 &<< 15) ^ (w0 &>> 19 | w0 &<< 13) ^ (w0 &>> 10)
            w2 = w2 &+ t &+ w11 &+ u
            t = (w4 &>> 7 | w4 &<< 25) ^ (w4 &>> 18 | w4 &<< 14) ^ (w4 &>> 3)
            u = (w1 &>> 17 | w1 &<< 15) ^ (w1 &>> 19 | w1 &<< 13) ^ (w1 &>> 10)
            w3 = w3 &+ t &+ w12 &+ u
            t = (w5 &>> 7 | w5 &<< 25) ^ (w5 &>> 18 | w5 &<< 14) ^ (w5 &>> 3)
            u = (w2 &>> 17 | w2 &<< 15) ^ (w2 &>> 19 | w2 &<< 13) ^ (w2 &>> 10)
            w4 = w4 &+ t &+ w13 &+ u
            t = (w6 &>> 7 | w6 &<< 25) ^ (w6 &>> 18 | w6 &<< 14) ^ (w6 &>> 3)
            u = (w3 &>> 17 | w3 &<< 15) ^ (w3 &>> 19 | w3 &<< 13) ^ (w3 &>> 10)
            w5 = w5 &+ t &+ w14 &+ u
            t = (w7 &>> 7 | w7 &<< 25) ^ (w7 &>> 18 | w7 &<< 14) ^ (w7 &>> 3)
            u = (w4 &>> 17 | w4 &<< 15) ^ (w4 &>> 19 | w4 &<< 13) ^ (w4 &>> 10)
            w6 = w6 &+ t &+ w15 &+ u
            t = (w8 &>> 7 | w8 &<< 25) ^ (w8 &>> 18 | w8 &<< 14) ^ (w8 &>> 3)
            u = (w5 &>> 17 | w5 &<< 15) ^ (w5 &>> 19 | w5 &<< 13) ^ (w5 &>> 10)
            w7 = w7 &+ t &+ w0 &+ u
            t = (w9 &>> 7 | w9 &<< 25) ^ (w9 &>> 18 | w9 &<< 14) ^ (w9 &>> 3)
            u = (w6 &>> 17 | w6 &<< 15) ^ (w6 &>> 19 | w6 &<< 13) ^ (w6 &>> 10)
            w8 = w8 &+ t &+ w1 &+ u
            t = (w10 &>> 7 | w10 &<< 25) ^ (w10 &>> 18 | w10 &<< 14) ^ (w10 &>> 3)
            u = (w7 &>> 17 | w7 &<< 15) ^ (w7 &>> 19 | w7 &<< 13) ^ (w7 &>> 10)
            w9 = w9 &+ t &+ w2 &+ u
            t = (w11 &>> 7 | w11 &<< 25) ^ (w11 &>> 18 | w11 &<< 14) ^ (w11 &>> 3)
            u = (w8 &>> 17 | w8 &<< 15) ^ (w8 &>> 19 | w8 &<< 13) ^ (w8 &>> 10)
            w10 = w10 &+ t &+ w3 &+ u
            t = (w12 &>> 7 | w12 &<< 25) ^ (w12 &>> 18 | w12 &<< 14) ^ (w12 &>> 3)
            u = (w9 &>> 17 | w9 &<< 15) ^ (w9 &>> 19 | w9 &<< 13) ^ (w9 &>> 10)
            w11 = w11 &+ t &+ w4 &+ u
            t = (w13 &>> 7 | w13 &<< 25) ^ (w13 &>> 18 | w13 &<< 14) ^ (w13 &>> 3)
            u = (w10 &>> 17 | w10 &<< 15) ^ (w10 &>> 19 | w10 &<< 13) ^ (w10 &>> 10)
            w12 = w12 &+ t &+ w5 &+ u
            t = (w14 &>> 7 | w14 &<< 25) ^ (w14 &>> 18 | w14 &<< 14) ^ (w14 &>> 3)
            u = (w11 &>> 17 | w11 &<< 15) ^ (w11 &>> 19 | w11 &<< 13) ^ (w11 &>> 10)
            w13 = w13 &+ t &+ w6 &+ u
            t = (w15 &>> 7 | w15 &<< 25) ^ (w15 &>> 18 | w15 &<< 14) ^ (w15 &>> 3)
            u = (w12 &>> 17 | w12 &<< 15) ^ (w12 &>> 19 | w12 &<< 13) ^ (w12 &>> 10)
            w14 = w14 &+ t &+ w7 &+ u
            t = (w0 &>> 7 | w0 &<< 25) ^ (w0 &>> 18 | w0 &<< 14) ^ (w0 &>> 3)
            u = (w13 &>> 17 | w13 &<< 15) ^ (w13 &>> 19 | w13 &<< 13) ^ (w13 &>> 10)
            w15 = w15 &+ t &+ w8 &+ u
        }
        state.a &+= a
        state.b &+= b
        state.c &+= c
        state.d &+= d
        state.e &+= e
        state.f &+= f
        state.g &+= g
        state.h &+= h
    }
}
