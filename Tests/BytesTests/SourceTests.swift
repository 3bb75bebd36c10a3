import Bytes
import Testing

@Suite("Sources in memory")
struct SourceTests {
    let memory = MemorySource([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])

    @Test("A slice counts from its own beginning, and slices of slices too")
    func slices() throws {
        let slice = try SliceSource(memory, offset: 2, count: 6)
        #expect(slice.count == 6)
        #expect(try slice.read(at: 0, count: 6) == [2, 3, 4, 5, 6, 7])
        #expect(try SliceSource(slice, range: 1..<3).read(at: 1, count: 1) == [4])
        #expect(try SliceSource(memory, range: 10..<10).count == 0)
        #expect(SHA256.digest(of: [2, 3, 4, 5, 6, 7]) == (try SHA256.digest(of: slice)))
    }

    static let outside = [(0, 7), (6, 1), (-1, 1), (1, -1), (7, 0), (.max, .max), (.min, 1), (1, .max)]

    @Test("Nothing is read from outside, though the source beneath has more", arguments: outside)
    func bounds(offset: Int, count: Int) throws {
        let slice = try SliceSource(memory, offset: 2, count: 6)
        #expect(throws: ParseError.self) { try slice.read(at: offset, count: count) }
        let small = MemorySource([0, 1, 2, 3, 4, 5])
        let error = #expect(throws: ParseError.self) { try small.read(at: offset, count: count) }
        #expect(error?.code == .truncated)
        #expect(throws: ParseError.self) { try SliceSource(small, offset: offset, count: count) }
    }

    @Test("A slice that leaves its source is none", arguments: [-1..<3, 9..<11, 11..<11, Int.min..<Int.max])
    func leaving(range: Range<Int>) {
        #expect(throws: ParseError.self) { try SliceSource(memory, range: range) }
    }
}
