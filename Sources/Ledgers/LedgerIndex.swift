import Bytes
import Dossiers

/// Where entries stand by what they are found by: pairs of a key and a place, sorted, in a file that is read where it is needed;
/// behind them the first key of each window of them.
struct LedgerIndex {
    /// A key, and where a line begins, counted from the first byte of the first segment.
    struct Pair: Comparable {
        static let size = 2 * LedgerKey.size

        let key: LedgerKey
        let place: Int

        static func < (left: Pair, right: Pair) -> Bool { (left.key, left.place) < (right.key, right.place) }

        fileprivate var bytes: [UInt8] {
            [key.value, UInt64(place)].flatMap { number in
                (1...LedgerKey.size).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * (LedgerKey.size - $0))) }
            }
        }
    }

    /// Pairs that are read together: as many as fill a block of the file.
    private static let window = SummedFile.blockSize / Pair.size

    private let file: SummedFile
    private let count: Int
    /// The first key of each window, so that a search reads one.
    private let fences: [LedgerKey]

    /// So many pairs at the beginning of a file, and what stands behind them.
    init(_ file: SummedFile, count: Int) throws {
        self.file = file
        self.count = count
        let bytes = try file.read(at: count * Pair.size, count: Self.windows(of: count) * LedgerKey.size)
        fences = stride(from: 0, to: bytes.count, by: LedgerKey.size).map {
            LedgerKey(value: Self.number(bytes, at: $0))
        }
    }

    /// How many bytes of the file an index has.
    static func size(of count: Int) -> Int { count * Pair.size + windows(of: count) * LedgerKey.size }

    private static func windows(of count: Int) -> Int { (count + window - 1) / window }

    /// Where the lines stand that may be meant, in the ledger's order.
    func places(of key: LedgerKey) throws -> [Int] {
        // The end of the window before those that begin with the key may have it, too.
        let first = max(0, Self.first(of: fences.count) { fences[$0] >= key } - 1)
        var places: [Int] = []
        for number in first..<max(first, fences.count) {
            let bytes = try bytes(number)
            let end = bytes.count / Pair.size
            var index = Self.pairs(of: bytes, before: Pair(key: key, place: 0))
            while index < end, Self.pair(bytes, index).key == key {
                places.append(Self.pair(bytes, index).place)
                index += 1
            }
            if index < end { break }
        }
        return places
    }

    /// Writes the pairs of an index, if there is one, and further ones, and says how many there were.
    static func write(_ old: LedgerIndex?, and more: [Pair], to file: inout SummedWriter) throws -> Int {
        let more = more.sorted()
        var next = 0
        var count = 0
        var fences: [UInt8] = []
        func write(_ pairs: ArraySlice<UInt8>) throws {
            let after = count + pairs.count / Pair.size
            for place in stride(from: windows(of: count) * window, to: after, by: window) {
                fences += pairs.dropFirst((place - count) * Pair.size).prefix(LedgerKey.size)
            }
            count = after
            try file.write(pairs)
        }
        for number in 0..<(old?.fences.count ?? 0) {
            guard let bytes = try old?.bytes(number) else { break }
            let last = pair(bytes, bytes.count / Pair.size - 1)
            var start = 0
            while next < more.count, more[next] < last {
                let place = pairs(of: bytes, before: more[next]) * Pair.size
                try write(bytes[start..<place])
                try write(more[next].bytes[...])
                start = place
                next += 1
            }
            try write(bytes[start...])
        }
        for pair in more[next...] { try write(pair.bytes[...]) }
        try file.write(fences[...])
        return count
    }

    /// How many pairs of a window stand before one.
    private static func pairs(of bytes: [UInt8], before wanted: Pair) -> Int {
        first(of: bytes.count / Pair.size) { pair(bytes, $0) >= wanted }
    }

    /// The first of so many places at which something is so, as it is at each behind it; their count where it is so at none.
    private static func first(of count: Int, where isSo: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isSo(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func bytes(_ number: Int) throws -> [UInt8] {
        let first = number * Self.window
        return try file.read(at: first * Pair.size, count: min(Self.window, count - first) * Pair.size)
    }

    private static func pair(_ bytes: [UInt8], _ index: Int) -> Pair {
        let start = index * Pair.size
        return Pair(
            key: LedgerKey(value: number(bytes, at: start)), place: Int(number(bytes, at: start + LedgerKey.size)))
    }

    private static func number(_ bytes: [UInt8], at start: Int) -> UInt64 {
        var number: UInt64 = 0
        for place in start..<start + LedgerKey.size { number = number << 8 | UInt64(bytes[place]) }
        return number
    }
}

/// Collects where entries stand, as they come.
struct LedgerPlaces {
    private(set) var pairs: [LedgerIndex.Pair] = []
    private var last: (claim: String, dossier: DossierCode?, key: LedgerKey?)?

    mutating func add(_ entry: Entry, at place: Int) {
        let key = entry.dossier.map { $0 == last?.dossier ? last?.key ?? .dossier($0) : .dossier($0) }
        if let key { pairs.append(.init(key: key, place: place)) }
        if !entry.claim.isEmpty, entry.claim != last?.claim {
            pairs.append(.init(key: .claim(entry.claim), place: place))
        }
        if let own = LedgerKey(of: entry.event) { pairs.append(.init(key: own, place: place)) }
        for further in LedgerKey.further(of: entry.event) { pairs.append(.init(key: further, place: place)) }
        last = (entry.claim, entry.dossier, key)
    }

    mutating func removeAll() { pairs = [] }
}
