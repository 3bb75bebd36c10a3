import Files
import Intake
import Testing

@Suite("A table of names")
struct NameTableTests {
    private func name(_ number: Int) -> FileName { FileName.literal("tờ khai \(number).pdf") }

    @Test("Each name stands in one place with its value, however many there are")
    func values() {
        var table = NameTable<Int>()
        #expect(table.position(of: name(1)) == nil)
        for number in 0..<5_000 { #expect(table.see(name(number), new: number) == number) }
        #expect(table.see(name(7), new: -1) == 7)
        table[7] = 70
        #expect(table.count == 5_000)
        for number in 0..<5_000 {
            #expect(table.position(of: name(number)) == number)
            #expect(table[number] == (number == 7 ? 70 : number))
            #expect(table.name(at: number) == name(number))
        }
        #expect(table.position(of: name(5_000)) == nil)
    }

    @Test("What is not seen between two times is forgotten, and what is seen keeps its value")
    func forgetting() {
        var table = NameTable<Int>()
        for number in 0..<100 { _ = table.see(name(number), new: number) }
        table.forgetUnseen()
        #expect(table.count == 100 && !table.isSeen(0))
        for number in stride(from: 0, to: 100, by: 3) { _ = table.see(name(number), new: -1) }
        table.forgetUnseen()
        #expect(table.count == 34)
        for number in 0..<100 {
            #expect(table.position(of: name(number)).map { table[$0] } == (number % 3 == 0 ? number : nil))
        }
        table.forgetUnseen()
        #expect(table.count == 0)
    }

    @Test("Names that are not text and names of the greatest length are names like others")
    func bytes() throws {
        var table = NameTable<Int>()
        let names: [[UInt8]] = [
            [0xFF], [0xFF, 0xFE], Array(repeating: 0x61, count: 255), Array(repeating: 0x61, count: 254),
        ]
        for (number, bytes) in names.enumerated() {
            _ = table.see(try #require(FileName(bytes: bytes)), new: number)
        }
        for (number, bytes) in names.enumerated() { #expect(table.name(at: number).bytes == bytes) }
        #expect(table.count == 4)
    }
}
