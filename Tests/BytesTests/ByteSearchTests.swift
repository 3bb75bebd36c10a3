import Bytes
import Testing

@Suite("Looking for a few bytes among many") struct ByteSearchTests {
    @Test(
        "Every place is found, also where two share bytes",
        arguments: [
            ("aaa", "aa", [0, 1]), ("abcabc", "abc", [0, 3]), ("ab", "abc", []), ("", "a", []), ("xxa", "a", [2]),
            ("abababab", "bab", [1, 3, 5]),
        ])
    func offsets(text: String, wanted: String, places: [Int]) {
        #expect(Array(text.utf8).offsets(of: Array(wanted.utf8)) == places)
    }

    @Test("Within a slice the place is one of the slice, and nothing beyond its end counts") func slice() {
        let bytes = Array("abcabcabc".utf8)
        #expect(bytes[1..<6].firstOffset(of: Array("abc".utf8)) == 3)
        #expect(bytes[1..<5].firstOffset(of: Array("abc".utf8)) == nil)
    }
}
