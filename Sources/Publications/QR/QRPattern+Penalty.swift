/// How hard a pattern would be to read (ISO/IEC 18004, 7.8.3); a line is looked at as one number.
extension QRPattern {
    var penalty: Int {
        let lines = rows.indices.reduce(0) { sum, index in
            sum + runs(in: rows[index]) + runs(in: columns[index])
                + finderLikes(in: rows[index]) + finderLikes(in: columns[index])
        }
        return lines + squares + imbalance
    }

    /// Five in a row cost 3, each further one more.
    private func runs(in line: UInt64) -> Int {
        // Where a module and its neighbour are the same, and then where that holds four times on end.
        let same = ~(line ^ line >> 1) & (1 << UInt64(size - 1) - 1)
        let pairs = same & same >> 1
        let fives = pairs & pairs >> 2
        guard fives != 0 else { return 0 }
        let beginnings = fives & ~(fives << 1)
        return fives.nonzeroBitCount + 2 * beginnings.nonzeroBitCount
    }

    /// What looks like a finder with four light modules on one side costs 40.
    private func finderLikes(in line: UInt64) -> Int {
        let light = ~line
        // Seven modules that are dark but for the second and the last but one.
        let finders = line & light >> 1 & line >> 2 & line >> 3 & line >> 4 & light >> 5 & line >> 6
        guard finders != 0 else { return 0 }
        let pairs = light & light >> 1
        let fours = pairs & pairs >> 2
        let inside: UInt64 = 1 << UInt64(size - 10) - 1
        return 40 * ((finders & fours >> 7 | fours & finders >> 4) & inside).nonzeroBitCount
    }

    /// Each square of two by two costs 3.
    private var squares: Int {
        let inside: UInt64 = 1 << UInt64(size - 1) - 1
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
