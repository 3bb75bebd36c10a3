import Files
import Testing

@testable import Ledgers

@Suite("The index of the ledger")
struct LedgerIndexTests {
    private typealias Pair = LedgerIndex.Pair

    /// Keys all over the range, the lowest and the highest among them, and one that more entries have than are read together.
    private static func pairs() -> [Pair] {
        var random = SystemRandomNumberGenerator()
        let top = UInt64(1) << LedgerKey.bits
        var pairs = (0..<3_000).map { place in
            Pair(key: LedgerKey(value: .random(in: 0..<top, using: &random)), place: place)
        }
        pairs += (3_000..<5_000).map { Pair(key: LedgerKey(value: top / 3), place: $0) }
        pairs += [Pair(key: LedgerKey(value: 0), place: 5_000), Pair(key: LedgerKey(value: top - 1), place: 5_001)]
        return pairs.shuffled(using: &random)
    }

    private static func index(_ old: LedgerIndex?, and more: [Pair], _ name: FileName, in folder: Folder) throws
        -> LedgerIndex
    {
        var file = SummedWriter(try folder.create(name))
        let count = try LedgerIndex.write(old, and: more, to: &file)
        try file.finish(head: [0])
        return try LedgerIndex(SummedFile(folder.open(name)), count: count)
    }

    @Test(
        "What is looked for is found at all its places, in order, whether written at once or added later",
        arguments: [0, 1, 199, 200, 201, 400, 5_002])
    func places(first: Int) throws {
        let temporary = try TemporaryFolder()
        let folder = try Folder(path: temporary.path)
        let pairs = Self.pairs()
        let old = try Self.index(nil, and: Array(pairs[..<first]), FileName.literal("old"), in: folder)
        let index = try Self.index(old, and: Array(pairs[first...]), FileName.literal("new"), in: folder)
        let expected = Dictionary(grouping: pairs, by: \.key).mapValues { $0.map(\.place).sorted() }
        for (key, places) in expected { #expect(try index.places(of: key) == places) }
    }

    @Test("What no entry has is at no place")
    func nothing() throws {
        let temporary = try TemporaryFolder()
        let folder = try Folder(path: temporary.path)
        let empty = try Self.index(nil, and: [], FileName.literal("empty"), in: folder)
        #expect(try empty.places(of: .submission("a")).isEmpty)
        let one = try Self.index(nil, and: [Pair(key: .submission("a"), place: 7)], FileName.literal("one"), in: folder)
        #expect(try one.places(of: .submission("a")) == [7])
        #expect(try one.places(of: .submission("b")).isEmpty && one.places(of: .message("a")).isEmpty)
    }
}
