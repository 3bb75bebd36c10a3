/// The modules of a code, by rows and by columns.
struct QRPattern: Sendable {
    /// Each a number, whose bit `n` is the module of column `n`; the largest version here has 33 columns.
    let rows: [UInt64]
    /// The same, turned over the diagonal.
    let columns: [UInt64]

    var size: Int { rows.count }

    init(rows: [UInt64]) {
        self.rows = rows
        columns = Self.turned(rows)
    }

    private init(rows: [UInt64], columns: [UInt64]) {
        self.rows = rows
        self.columns = columns
    }

    /// The same with a mask over it.
    func masked(with mask: QRPattern) -> QRPattern {
        QRPattern(
            rows: rows.indices.map { rows[$0] ^ mask.rows[$0] },
            columns: columns.indices.map { columns[$0] ^ mask.columns[$0] })
    }

    /// Squares of half the edge change places over the diagonal, then those within them.
    private static func turned(_ rows: [UInt64]) -> [UInt64] {
        var lines = rows + Array(repeating: 0, count: 64 - rows.count)
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
        return Array(lines.prefix(rows.count))
    }
}
