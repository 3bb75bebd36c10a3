import Testing

@testable import Documents

@Suite("Dictionaries of a PDF")
struct PDFDictionaryTests {
    /// Names of which each stands for its number.
    private func pairs(_ numbers: [Int]) -> [PDFObject] { numbers.flatMap { [.name("N\($0)"), .integer($0)] } }

    @Test("Each name is found, be they few or many, and no other", arguments: [0, 1, 16, 17, 100])
    func names(count: Int) {
        let dictionary = PDFDictionary(pairing: pairs(Array(0..<count)))
        #expect((0..<count).allSatisfy { dictionary["N\($0)"] == .integer($0) })
        #expect(dictionary["N\(count)"].isNull)
        #expect(dictionary.members.map(\.name) == (0..<count).map { "N\($0)" })
        #expect(!dictionary.hasDuplicates)
        #expect(dictionary.isEmpty == (count == 0))
    }

    @Test("Of a name that stands twice the later value holds, and that it did is known", arguments: [2, 30])
    func twice(count: Int) {
        let dictionary = PDFDictionary(pairing: pairs(Array(0..<count)) + [.name("N1"), .integer(-1)])
        #expect(dictionary.hasDuplicates)
        #expect(dictionary["N1"] == .integer(-1))
        #expect(dictionary.members.count == count)
    }

    @Test("Two are equal in whichever order their names stand", arguments: [3, 30])
    func order(count: Int) {
        let numbers = Array(0..<count)
        let dictionary = PDFDictionary(pairing: pairs(numbers))
        #expect(dictionary == PDFDictionary(pairing: pairs(numbers.reversed())))
        #expect(dictionary != PDFDictionary(pairing: pairs(Array(numbers.dropLast()))))
        #expect(dictionary != PDFDictionary(pairing: pairs(Array(numbers.dropLast())) + pairs([count])))
        #expect(dictionary != PDFDictionary(pairing: pairs(numbers) + pairs([0])))
    }

    @Test("What stands where a name should is passed over, and a name at the end has nothing")
    func astray() {
        let dictionary = PDFDictionary(pairing: [.integer(1), .name("A"), .name("B"), .null, .name("C")])
        #expect(dictionary.members.map(\.name) == ["A", "C"])
        #expect(dictionary["A"] == .name("B"))
        #expect(dictionary["C"].isNull)
    }
}
