import Testing

@testable import Ledgers

@Suite("What was asked for lately")
struct LatelyAskedTests {
    @Test("What is asked for again stays; of the rest at most twice as many as the limit")
    func bounded() {
        var asked = LatelyAsked<Int, String>(most: 4)
        #expect(asked.value(for: 0) == nil)
        for number in 0..<100 {
            asked.keep("\(number)", for: number)
            #expect(asked.value(for: 0) == "0")
            #expect(asked.value(for: number) == "\(number)")
            #expect(asked.count <= 8)
        }
        #expect(asked.value(for: 99) == "99" && asked.value(for: 1) == nil)
    }

    @Test("The last ones are all there, as many as the limit")
    func lastOnes() {
        var asked = LatelyAsked<Int, Int>(most: 4)
        for number in 0..<11 { asked.keep(-number, for: number) }
        for number in 7..<11 { #expect(asked.value(for: number) == -number) }
    }
}
