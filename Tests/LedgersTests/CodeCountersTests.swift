import Dossiers
import Testing

@testable import Ledgers

@Suite("The numbers that agencies gave")
struct CodeCountersTests {
    private typealias Counter = Register.Counter

    private static func counter(_ agency: Int, _ day: Int) throws -> Counter {
        Counter(agency: try #require(AgencyCode("000.00.\(10 + agency).H34")), day: Day(number: 20_000 + day))
    }

    private func all(_ counters: CodeCounters) -> [Counter: Int] {
        var all: [Counter: Int] = [:]
        counters.forEach { all[Counter(agency: $0, day: $1)] = $2 }
        return all
    }

    @Test("They are those of before and of later, the higher of two, in the order of codes, however they are added")
    func added() throws {
        var random = SystemRandomNumberGenerator()
        var counters = CodeCounters()
        var expected: [Counter: Int] = [:]
        for round in 0..<30 {
            var later: [Counter: Int] = [:]
            for _ in 0..<(round % 7) {
                let counter = try Self.counter(.random(in: 0..<9, using: &random), .random(in: -3..<20, using: &random))
                later[counter] = .random(in: 1...12_000, using: &random)
            }
            counters = CodeCounters(counters, and: later)
            expected.merge(later, uniquingKeysWith: max)
            #expect(all(counters) == expected && counters.count == expected.count)
            counters = try CodeCounters(counters.bytes, agencies: counters.agencies)
        }
        #expect(all(counters) == expected)
        var last: (AgencyCode, Day)?
        counters.forEach { agency, day, _ in
            if let last { #expect(last < (agency, day)) }
            last = (agency, day)
        }
        for agency in 0..<10 {
            for day in -4..<21 {
                let counter = try Self.counter(agency, day)
                #expect(counters.last(agency: counter.agency, day: counter.day) == expected[counter] ?? 0)
            }
        }
    }

    @Test("Bytes that are none are damage")
    func damaged() throws {
        let counters = CodeCounters(CodeCounters(), and: [try Self.counter(1, 1): 7, try Self.counter(2, 2): 8])
        let bytes = counters.bytes
        #expect(bytes.count == 2 * CodeCounters.size)
        for bytes in [Array(bytes.dropLast()), Array(bytes[12...] + bytes[..<12]), bytes + bytes] {
            #expect(throws: SummedFile.Damaged.self) { try CodeCounters(bytes, agencies: counters.agencies) }
        }
        #expect(throws: SummedFile.Damaged.self) { try CodeCounters(bytes, agencies: [counters.agencies[0]]) }
        #expect(try CodeCounters([], agencies: []).count == 0)
    }
}
