import Bytes
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
    @Test(
        "a number is written with zeros up to its width",
        arguments: [
            (0, 1, "0"), (0, 2, "00"), (7, 1, "7"), (7, 4, "0007"), (9, 2, "09"), (10, 2, "10"), (99, 2, "99"),
            (100, 2, "100"),
            (999, 2, "999"), (-5, 2, "-05"),
            (123_456, 6, "123456"),
            (-5, 1, "-5"), (Int.max, 1, "9223372036854775807"), (Int.min, 1, "-9223372036854775808"),
        ])
    func writes(_ number: Int, _ width: Int, _ expected: String) {
        var text = Array("n=".utf8)
        text.append(decimal: number, width: width)
        #expect(String(decoding: text, as: UTF8.self) == "n=\(expected)")
    }

    @Test("what it writes is what the standard library writes", arguments: [1, 9, 10, 99, 100, 101, 65_535, 1_000_000])
    func agrees(_ number: Int) {
        for number in [number, -number] {
            var text: [UInt8] = []
            text.append(decimal: number)
            #expect(String(decoding: text, as: UTF8.self) == String(number))
        }
    }
}
