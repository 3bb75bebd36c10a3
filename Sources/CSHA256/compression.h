// The compression function of SHA-256 (FIPS 180-4, section 6.2.2) in the processor's own instructions, chosen at run time.
// No library: every function here is static inline. Where the processor has none, csha256_is_there is 0 and Swift's own
// version takes its place.
#pragma once
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#define CSHA256_UNROLL _Pragma("clang loop unroll(full)")
#else
#define CSHA256_UNROLL _Pragma("GCC unroll 16")
#endif

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/// Whether this processor has SHA, SSSE3 and SSE4.1 (Intel SDM, CPUID leaves 1 and 7).
static inline int csha256_is_there(void) {
    unsigned int a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 9)) || !(c & (1u << 19))) return 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));
}

/// Takes `blocks` blocks of 64 bytes into the eight words a to h; `k` holds the 64 round constants.
__attribute__((target("sha,sse4.1,ssse3")))
static inline void csha256_absorb(uint32_t *words, const uint8_t *bytes, size_t blocks, const uint32_t *k) {
    const __m128i bigEndian = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
    // The instructions want the words as (a, b, e, f) and (c, d, g, h), highest lane first.
    __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)words), 0xB1);
    __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(words + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(low, high, 8);
    __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
    for (; blocks > 0; blocks--, bytes += 64) {
        const __m128i abefBefore = abef, cdghBefore = cdgh;
        __m128i w[4];
        CSHA256_UNROLL
        for (int i = 0; i < 16; i++) {
            if (i < 4) {
                w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes + i), bigEndian);
            } else {
                const __m128i last = w[(i + 3) & 3];
                const __m128i part = _mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]);
                w[i & 3] = _mm_sha256msg2_epu32(
                    _mm_add_epi32(part, _mm_alignr_epi8(last, w[(i + 2) & 3], 4)), last);
            }
            const __m128i sum = _mm_add_epi32(w[i & 3], _mm_loadu_si128((const __m128i *)(k + 4 * i)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    low = _mm_shuffle_epi32(abef, 0x1B);
    high = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)words, _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128((__m128i *)(words + 4), _mm_alignr_epi8(high, low, 8));
}

/// The same for two messages at once: their rounds, each of which waits for the one before, fill each other's waits.
__attribute__((target("sha,sse4.1,ssse3")))
static inline void csha256_absorb_two(
    uint32_t *words1, const uint8_t *bytes1, uint32_t *words2, const uint8_t *bytes2, size_t blocks,
    const uint32_t *k) {
    const __m128i bigEndian = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
    uint32_t *const words[2] = {words1, words2};
    const uint8_t *bytes[2] = {bytes1, bytes2};
    __m128i abef[2], cdgh[2];
    CSHA256_UNROLL
    for (int m = 0; m < 2; m++) {
        const __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)words[m]), 0xB1);
        const __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(words[m] + 4)), 0x1B);
        abef[m] = _mm_alignr_epi8(low, high, 8);
        cdgh[m] = _mm_blend_epi16(high, low, 0xF0);
    }
    for (; blocks > 0; blocks--, bytes[0] += 64, bytes[1] += 64) {
        const __m128i abefBefore[2] = {abef[0], abef[1]}, cdghBefore[2] = {cdgh[0], cdgh[1]};
        __m128i w[2][4];
        CSHA256_UNROLL
        for (int i = 0; i < 16; i++) {
            const __m128i constants = _mm_loadu_si128((const __m128i *)(k + 4 * i));
            CSHA256_UNROLL
            for (int m = 0; m < 2; m++) {
                if (i < 4) {
                    w[m][i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes[m] + i), bigEndian);
                } else {
                    const __m128i last = w[m][(i + 3) & 3];
                    const __m128i part = _mm_sha256msg1_epu32(w[m][i & 3], w[m][(i + 1) & 3]);
                    w[m][i & 3] = _mm_sha256msg2_epu32(
                        _mm_add_epi32(part, _mm_alignr_epi8(last, w[m][(i + 2) & 3], 4)), last);
                }
                const __m128i sum = _mm_add_epi32(w[m][i & 3], constants);
                cdgh[m] = _mm_sha256rnds2_epu32(cdgh[m], abef[m], sum);
                abef[m] = _mm_sha256rnds2_epu32(abef[m], cdgh[m], _mm_shuffle_epi32(sum, 0x0E));
            }
        }
        CSHA256_UNROLL
        for (int m = 0; m < 2; m++) {
            abef[m] = _mm_add_epi32(abef[m], abefBefore[m]);
            cdgh[m] = _mm_add_epi32(cdgh[m], cdghBefore[m]);
        }
    }
    CSHA256_UNROLL
    for (int m = 0; m < 2; m++) {
        const __m128i low = _mm_shuffle_epi32(abef[m], 0x1B), high = _mm_shuffle_epi32(cdgh[m], 0xB1);
        _mm_storeu_si128((__m128i *)words[m], _mm_blend_epi16(low, high, 0xF0));
        _mm_storeu_si128((__m128i *)(words[m] + 4), _mm_alignr_epi8(high, low, 8));
    }
}

#elif defined(__aarch64__)
#include <arm_neon.h>
#include <sys/auxv.h>

/// Whether this processor has the SHA-2 instructions of ARMv8 (HWCAP_SHA2 of Linux).
static inline int csha256_is_there(void) { return (getauxval(AT_HWCAP) & (1ul << 6)) != 0; }

/// Takes `blocks` blocks of 64 bytes into the eight words a to h; `k` holds the 64 round constants.
__attribute__((target("sha2")))
static inline void csha256_absorb(uint32_t *words, const uint8_t *bytes, size_t blocks, const uint32_t *k) {
    uint32x4_t abcd = vld1q_u32(words), efgh = vld1q_u32(words + 4);
    for (; blocks > 0; blocks--, bytes += 64) {
        const uint32x4_t abcdBefore = abcd, efghBefore = efgh;
        uint32x4_t w[4];
        CSHA256_UNROLL
        for (int i = 0; i < 16; i++) {
            if (i < 4) {
                w[i] = vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(bytes + 16 * i)));
            } else {
                w[i & 3] = vsha256su1q_u32(
                    vsha256su0q_u32(w[i & 3], w[(i + 1) & 3]), w[(i + 2) & 3], w[(i + 3) & 3]);
            }
            const uint32x4_t sum = vaddq_u32(w[i & 3], vld1q_u32(k + 4 * i)), abcdNow = abcd;
            abcd = vsha256hq_u32(abcd, efgh, sum);
            efgh = vsha256h2q_u32(efgh, abcdNow, sum);
        }
        abcd = vaddq_u32(abcd, abcdBefore);
        efgh = vaddq_u32(efgh, efghBefore);
    }
    vst1q_u32(words, abcd);
    vst1q_u32(words + 4, efgh);
}

/// The same for two messages, one after the other.
static inline void csha256_absorb_two(
    uint32_t *words1, const uint8_t *bytes1, uint32_t *words2, const uint8_t *bytes2, size_t blocks,
    const uint32_t *k) {
    csha256_absorb(words1, bytes1, blocks, k);
    csha256_absorb(words2, bytes2, blocks, k);
}

#else

static inline int csha256_is_there(void) { return 0; }
static inline void csha256_absorb_two(
    uint32_t *words1, const uint8_t *bytes1, uint32_t *words2, const uint8_t *bytes2, size_t blocks,
    const uint32_t *k) {
    (void)words1, (void)bytes1, (void)words2, (void)bytes2, (void)blocks, (void)k;
}
static inline void csha256_absorb(uint32_t *words, const uint8_t *bytes, size_t blocks, const uint32_t *k) {
    (void)words, (void)bytes, (void)blocks, (void)k;
}

#endif
