/// What all codes of a version have in common: the function patterns, the order of the modules between them, and the masks.
struct QRFrame: Sendable {
    /// A module by its row and the bit of its column.
    private struct Place {
        let row: Int
        let bit: UInt64
    }

    private let size: Int
    /// The function patterns, with the format of mask 0.
    private var rows: [UInt64]
    /// Modules that no codeword may take.
    private var functions: [UInt64]
    /// The others, in the order of the bits that take them.
    private var places: [Place] = []
    /// What each mask turns over, of the format as well.
    private(set) var masks: [QRPattern] = []

    private static let all = QRVersion.all.map { QRFrame($0) }

    static func of(_ version: QRVersion) -> QRFrame { all[version.number - 1] }

    private init(_ version: QRVersion) {
        size = version.size
        rows = Array(repeating: 0, count: size)
        functions = rows
        for index in 0..<size {
            set(6, index, index.isMultiple(of: 2))
            set(index, 6, index.isMultiple(of: 2))
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { placeFinder(row, column) }
        if let middle = version.alignment { placeAlignment(middle) }
        // The places of the format and the dark module.
        placeFormat(mask: 0)
        places = order()
        masks = (0..<8).map { mask($0) }
    }

    /// The code before a mask is put over it.
    func pattern(of codewords: [UInt8]) -> QRPattern {
        var rows = rows
        for (index, codeword) in codewords.enumerated() {
            var left = codeword
            while left != 0 {
                let bit = left.leadingZeroBitCount
                let place = places[index * 8 + bit]
                rows[place.row] |= place.bit
                left &= 0x7F >> UInt8(bit)
            }
        }
        return QRPattern(rows: rows)
    }

    /// In pairs of columns from the right, up and down (7.7.3).
    private func order() -> [Place] {
        var places: [Place] = []
        var right = size - 1
        while right > 0 {
            if right == 6 { right = 5 }
            let isUpward = (right + 1) & 2 == 0
            for step in 0..<size {
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where functions[row] >> column & 1 == 0 {
                    places.append(Place(row: row, bit: 1 << UInt64(column)))
                }
            }
            right -= 2
        }
        return places
    }

    private func mask(_ mask: Int) -> QRPattern {
        var masked = self
        masked.placeFormat(mask: mask)
        return QRPattern(
            rows: (0..<size).map { row in
                masked.rows[row] ^ rows[row] ^ (Self.patterns[mask][row] & ~functions[row] & (1 << UInt64(size) - 1))
            })
    }

    /// Level M and the mask with their error correction, twice (7.9).
    private mutating func placeFormat(mask: Int) {
        // Level M is 00.
        var remainder = mask << 10
        for bit in (10..<13).reversed() where remainder >> bit & 1 == 1 { remainder ^= 0x537 << (bit - 10) }
        let format = (mask << 10 | remainder) ^ 0x5412
        func bit(_ index: Int) -> Bool { format >> index & 1 == 1 }
        for index in 0...5 { set(index, 8, bit(index)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for index in 9..<15 { set(8, 14 - index, bit(index)) }
        for index in 0..<8 { set(8, size - 1 - index, bit(index)) }
        for index in 8..<15 { set(size - 15 + index, 8, bit(index)) }
        set(size - 8, 8, true)
    }

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        rows[row] = rows[row] & ~(1 << column) | (isDark ? 1 << column : 0)
        functions[row] |= 1 << column
    }

    private mutating func placeFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for right in -4...4 where (0..<size).contains(row + down) && (0..<size).contains(column + right) {
                let distance = max(abs(down), abs(right))
                set(row + down, column + right, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func placeAlignment(_ middle: Int) {
        for down in -2...2 {
            for right in -2...2 { set(middle + down, middle + right, max(abs(down), abs(right)) != 1) }
        }
    }

    /// What the eight masks turn over, as rows of the largest version.
    private static let patterns = (0..<8).map { mask in
        (0..<33).map { row in
            (0..<33).reduce(UInt64(0)) { $0 | (isMasked(row, $1, mask) ? 1 << UInt64($1) : 0) }
        }
    }

    private static func isMasked(_ row: Int, _ column: Int, _ mask: Int) -> Bool {
        switch mask {
        case 0: (row + column).isMultiple(of: 2)
        case 1: row.isMultiple(of: 2)
        case 2: column.isMultiple(of: 3)
        case 3: (row + column).isMultiple(of: 3)
        case 4: (row / 2 + column / 3).isMultiple(of: 2)
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3).isMultiple(of: 2)
        default: ((row + column) % 2 + row * column % 3).isMultiple(of: 2)
        }
    }
}
