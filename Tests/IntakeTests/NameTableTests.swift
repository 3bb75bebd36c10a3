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
        _ = table.see(name(0), new: -1)
        table.unsee()
        #expect(table.count == 34 && !table.isSeen(0))
        table.forgetUnseen()
        #expect(table.count == 0)
    }

    @Test("What stays after much is forgotten keeps names of any length, and takes new ones")
    func lengths() {
        func long(_ number: Int) -> FileName {
            FileName.literal(String(repeating: "x", count: number % 200) + "\(number)")
        }
        var table = NameTable<Int>()
        for number in 0..<2_000 { _ = table.see(long(number), new: number) }
        table.forgetUnseen()
        for round in 1...4 {
            for number in stride(from: 0, to: 2_000, by: 7 * round) { _ = table.see(long(number), new: -number) }
            table.forgetUnseen()
        }
        for number in 0..<2_000 {
            let position = table.position(of: long(number))
            #expect((position != nil) == number.isMultiple(of: 28))
            guard let position else { continue }
            #expect(table[position] == (number.isMultiple(of: 84) ? number : -number))
            #expect(table.name(at: position) == long(number))
        }
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
