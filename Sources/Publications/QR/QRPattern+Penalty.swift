/// How hard a pattern would be to read (ISO/IEC 18004, 7.8.3); a line is looked at as one number.
extension QRPattern {
    var penalty: Int {
        let lines = (rows + columns).reduce(0) { $0 + runs(in: $1) + finderLikes(in: $1) }
        return lines + squares + imbalance
    }

    /// The rows turned over their diagonal: squares of half the edge change places, then those within them.
    private var columns: ArraySlice<UInt64> {
        var lines = rows + Array(repeating: 0, count: 64 - size)
        var edge = 32
        var low: UInt64 = 1 << 32 - 1
        while edge > 0 {
            var row = 0
            while row < 64 {
                let change = (lines[row] >> UInt64(edge) ^ lines[row + edge]) & low
                lines[row] ^= change << UInt64(edge)
                lines[row + edge] ^= change
                row = (row + edge + 1) & ~edge
            }
            edge /= 2
            low ^= low << UInt64(edge)
        }
        return lines.prefix(size)
    }

    /// Five in a row cost 3, each further one more.
    private func runs(in line: UInt64) -> Int {
        // Where a module and its neighbour are the same, and then where that holds four times on end.
        let same = ~(line ^ line >> 1) & (1 << (size - 1) - 1)
        let fives = same & same >> 1 & same >> 2 & same >> 3
        let beginnings = fives & ~(fives << 1)
        return fives.nonzeroBitCount + 2 * beginnings.nonzeroBitCount
    }

    /// What looks like a finder with four light modules on one side costs 40.
    private func finderLikes(in line: UInt64) -> Int {
        let inside: UInt64 = 1 << (size - 10) - 1
        func places(of part: UInt64) -> UInt64 {
            (0..<11).reduce(inside) { $0 & (part >> $1 & 1 == 1 ? line >> $1 : ~(line >> $1)) }
        }
        return 40 * (places(of: 0b000_0101_1101) | places(of: 0b101_1101_0000)).nonzeroBitCount
    }

    /// Each square of two by two costs 3.
    private var squares: Int {
        let inside: UInt64 = 1 << (size - 1) - 1
        return zip(rows, rows.dropFirst()).reduce(0) { sum, pair in
            let isSame = ~(pair.0 ^ pair.1) & ~(pair.0 ^ pair.0 >> 1) & ~(pair.1 ^ pair.1 >> 1)
            return sum + 3 * (isSame & inside).nonzeroBitCount
        }
    }

    /// Ten for every twentieth part by which dark and light are apart from a half each.
    private var imbalance: Int {
        let dark = rows.reduce(0) { $0 + $1.nonzeroBitCount }
        let all = size * size
        return abs(dark * 20 - all * 10) / all * 10
    }
}
