import Dossiers
import Publications
import Testing

@Suite("Lists of codes behind a figure")
struct CodeListTests {
    @Test("A list gives back the codes that it was made of")
    func roundTrip() {
        let codes = [1, 2, 12_345].map { Counted.code($0) } + [Counted.code(7, on: "2026-11-17")]
        #expect(Array(CodeList(codes)) == codes)
        #expect(CodeList(codes).count == 4)
        #expect(CodeList().isEmpty && Array(CodeList()).isEmpty)
    }

    @Test("A list of a thousand codes names each in full; a longer one by agency and day, with every number")
    func long() throws {
        func page(_ count: Int) throws -> String {
            // Every third number is missing, so that there are pairs in a row; and a run of five.
            var events: [(String, DossierCode?, Event)] = []
            var number = 0
            while events.count < count {
                number += 1
                guard number < 6 || !number.isMultiple(of: 3) else { continue }
                events.append(("2026-11-16T08:00", Counted.code(number), Counted.received()))
            }
            return String(decoding: UsageTable(Counted.data(events)).report.html, as: UTF8.self)
        }
        let short = try page(1000)
        #expect(short.contains("<li>000.00.10.H34-261116-0001\n"))
        #expect(!short.contains("0001–0005"))
        let long = try page(1001)
        let line = try #require(long.firstMatch(of: #/<li class="s">000\.00\.10\.H34-261116: ([^<]*)</#))
        #expect(line.1.hasPrefix("0001–0005, 0007, 0008, 0010, 0011, "))
        let numbers = try line.1.split(separator: ", ").flatMap { part -> [Int] in
            let ends = try part.split(separator: "–").map { try #require(Int($0.trimmingPrefix { $0 == "0" })) }
            return Array(ends[0]...(ends.last ?? ends[0]))
        }
        #expect(numbers.count == 1001)
        #expect(Set(numbers).count == 1001)
    }
}
