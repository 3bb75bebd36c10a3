import Bytes
import Dossiers

/// The last number that each agency gave on each day, in the order of codes: in little room, and one for all copies of a register.
struct CodeCounters: Sendable {
    /// As it is written: agency, day, and number, of four bytes each.
    static let size = 12

    private struct Row {
        let agency: UInt32
        let day: Int32
        let number: UInt32

        var place: (UInt32, Int32) { (agency, day) }
    }

    /// In order; rows name them by their places.
    let agencies: [AgencyCode]
    private let rows: [Row]

    var count: Int { rows.count }

    init() { (agencies, rows) = ([], []) }

    /// Those of others, and later ones.
    init(_ others: CodeCounters, and later: [Register.Counter: Int]) {
        guard !later.isEmpty else {
            self = others
            return
        }
        let agencies = Set(others.agencies + later.keys.map(\.agency)).sorted()
        let places = Dictionary(uniqueKeysWithValues: agencies.enumerated().map { ($1, UInt32($0)) })
        func row(_ agency: AgencyCode, _ day: Day, _ number: Int) -> Row {
            Row(agency: places[agency] ?? 0, day: Int32(day.number), number: UInt32(number))
        }
        let added = later.map { row($0.key.agency, $0.key.day, $0.value) }.sorted { $0.place < $1.place }
        var next = 0
        var rows: [Row] = []
        rows.reserveCapacity(others.count + added.count)
        others.forEach { agency, day, number in
            let old = row(agency, day, number)
            while next < added.count, added[next].place < old.place {
                rows.append(added[next])
                next += 1
            }
            guard next < added.count, added[next].place == old.place else { return rows.append(old) }
            rows.append(added[next].number > old.number ? added[next] : old)
            next += 1
        }
        self.agencies = agencies
        self.rows = rows + added[next...]
    }

    /// Throws `SummedFile.Damaged` where they are none of these agencies, or not in order.
    init(_ bytes: [UInt8], agencies: [AgencyCode]) throws {
        guard bytes.count.isMultiple(of: Self.size) else { throw SummedFile.Damaged() }
        func word(_ start: Int) -> UInt32 {
            bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        self.agencies = agencies
        rows = stride(from: 0, to: bytes.count, by: Self.size).map {
            Row(agency: word($0), day: Int32(bitPattern: word($0 + 4)), number: word($0 + 8))
        }
        guard rows.allSatisfy({ $0.agency < agencies.count && $0.number > 0 }),
            zip(rows, rows.dropFirst()).allSatisfy({ $0.place < $1.place })
        else { throw SummedFile.Damaged() }
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count * Self.size)
        for row in rows {
            for word in [row.agency, UInt32(bitPattern: row.day), row.number] {
                for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
            }
        }
        return bytes
    }

    /// 0 where none was given.
    func last(agency: AgencyCode, day: Day) -> Int {
        guard let place = agencies.firstIndex(of: agency) else { return 0 }
        let wanted = (UInt32(place), Int32(day.number))
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].place < wanted { low = middle + 1 } else { high = middle }
        }
        guard low < rows.count, rows[low].place == wanted else { return 0 }
        return Int(rows[low].number)
    }

    func forEach(_ body: (_ agency: AgencyCode, _ day: Day, _ last: Int) throws -> Void) rethrows {
        for row in rows { try body(agencies[Int(row.agency)], Day(number: Int(row.day)), Int(row.number)) }
    }
}
