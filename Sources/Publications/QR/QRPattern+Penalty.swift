/// How hard a pattern would be to read (ISO/IEC 18004, 7.8.3).
extension QRPattern {
    var penalty: Int {
        let rows = modules.map { Self.bits($0) }
        let columns = modules.indices.map { column in Self.bits(modules.map { $0[column] }) }
        let lines = (rows + columns).reduce(0) { $0 + runs(in: $1) + finderLikes(in: $1) }
        return lines + squares(rows) + imbalance(rows)
    }

    /// A line as the lowest bits of a number, which its at most 33 modules fit.
    private static func bits(_ line: [Bool]) -> UInt64 { line.reduce(0) { $0 << 1 | ($1 ? 1 : 0) } }

    /// Five in a row cost 3, each further one more.
    private func runs(in line: UInt64) -> Int {
        var sum = 0
        var length = 1
        for column in 1..<modules.count {
            length = (line >> column ^ line >> (column - 1)) & 1 == 0 ? length + 1 : 1
            if length == 5 { sum += 3 } else if length > 5 { sum += 1 }
        }
        return sum
    }

    /// What looks like a finder with four light modules on one side costs 40.
    private func finderLikes(in line: UInt64) -> Int {
        (0...modules.count - 11).reduce(0) { sum, start in
            let part = line >> start & 0b111_1111_1111
            return sum + (part == 0b000_0101_1101 || part == 0b101_1101_0000 ? 40 : 0)
        }
    }

    /// Each square of two by two costs 3.
    private func squares(_ rows: [UInt64]) -> Int {
        let inside: UInt64 = 1 << (modules.count - 1) - 1
        return zip(rows, rows.dropFirst()).reduce(0) { sum, pair in
            let isSame = ~(pair.0 ^ pair.1) & ~(pair.0 ^ pair.0 >> 1) & ~(pair.1 ^ pair.1 >> 1)
            return sum + 3 * (isSame & inside).nonzeroBitCount
        }
    }

    /// Ten for every twentieth part by which dark and light are apart from a half each.
    private func imbalance(_ rows: [UInt64]) -> Int {
        let dark = rows.reduce(0) { $0 + $1.nonzeroBitCount }
        let all = modules.count * modules.count
        return abs(dark * 20 - all * 10) / all * 10
    }
}
