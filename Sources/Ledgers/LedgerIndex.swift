import Bytes
import Dossiers

/// Where entries stand by what they are found by: pairs of a key and a place, sorted, in a file that is read where it is needed.
struct LedgerIndex {
    /// A key, and where a line begins, counted from the first byte of the first segment.
    struct Pair: Comparable {
        static let size = 10

        let key: LedgerKey
        let place: Int

        static func < (left: Pair, right: Pair) -> Bool { (left.key, left.place) < (right.key, right.place) }

        fileprivate var bytes: [UInt8] {
            [key.value, UInt64(place)].flatMap { number in
                (0..<5).map { UInt8(truncatingIfNeeded: number >> (32 - 8 * UInt64($0))) }
            }
        }
    }

    /// Pairs that are read together; as many as fill a block of the file, since keys are spread evenly.
    private static let window = SummedFile.blockSize / Pair.size

    private let file: SummedFile
    private let count: Int

    /// The pairs at the beginning of a file.
    init(_ file: SummedFile, count: Int) {
        self.file = file
        self.count = count
    }

    /// Where the lines stand that may be meant, in the ledger's order.
    func places(of key: LedgerKey) throws -> [Int] {
        guard count > 0 else { return [] }
        // Keys are parts of digests, so a key's share of all keys says where it stands, give or take a window or two.
        let last = (count - 1) / Self.window
        var number = min(
            last, Int(Double(key.value) / Double(UInt64(1) << LedgerKey.bits) * Double(count)) / Self.window)
        var bytes = try bytes(number)
        while number > 0, Self.pair(bytes, 0).key >= key {
            number -= 1
            bytes = try self.bytes(number)
        }
        var places: [Int] = []
        while true {
            var index = Self.pairs(of: bytes, before: Pair(key: key, place: 0))
            while index < bytes.count / Pair.size, Self.pair(bytes, index).key == key {
                places.append(Self.pair(bytes, index).place)
                index += 1
            }
            guard index == bytes.count / Pair.size, number < last else { return places }
            number += 1
            bytes = try self.bytes(number)
        }
    }

    /// Writes the pairs of an index, if there is one, and further ones, and says how many there were.
    static func write(_ old: LedgerIndex?, and more: [Pair], to file: inout SummedWriter) throws -> Int {
        let more = more.sorted()
        var next = 0
        if let old {
            for number in 0..<(old.count + window - 1) / window {
                let bytes = try old.bytes(number)
                let last = pair(bytes, bytes.count / Pair.size - 1)
                var start = 0
                while next < more.count, more[next] < last {
                    let place = pairs(of: bytes, before: more[next]) * Pair.size
                    try file.write(bytes[start..<place])
                    try file.write(more[next].bytes[...])
                    start = place
                    next += 1
                }
                try file.write(bytes[start...])
            }
        }
        for pair in more[next...] { try file.write(pair.bytes[...]) }
        return (old?.count ?? 0) + more.count
    }

    /// How many pairs of a window stand before one.
    private static func pairs(of bytes: [UInt8], before wanted: Pair) -> Int {
        var (low, high) = (0, bytes.count / Pair.size)
        while low < high {
            let middle = (low + high) / 2
            if pair(bytes, middle) < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func bytes(_ number: Int) throws -> [UInt8] {
        let first = number * Self.window
        return try file.read(at: first * Pair.size, count: min(Self.window, count - first) * Pair.size)
    }

    private static func pair(_ bytes: [UInt8], _ index: Int) -> Pair {
        func value(_ start: Int) -> UInt64 {
            var value: UInt64 = 0
            for place in start..<start + 5 { value = value << 8 | UInt64(bytes[place]) }
            return value
        }
        return Pair(key: LedgerKey(value: value(index * Pair.size)), place: Int(value(index * Pair.size + 5)))
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
