/// Numbers as archives have them, the lowest byte first.
extension [UInt8] {
    /// Appends numbers of two bytes each.
    mutating func append<let count: Int>(words numbers: InlineArray<count, Int>) { append(numbers, width: 2) }

    /// Appends numbers of four bytes each.
    mutating func append<let count: Int>(longs numbers: InlineArray<count, Int>) { append(numbers, width: 4) }

    /// Appends numbers of eight bytes each.
    mutating func append<let count: Int>(quads numbers: InlineArray<count, Int>) { append(numbers, width: 8) }

    private mutating func append<let count: Int>(_ numbers: InlineArray<count, Int>, width: Int) {
        for index in numbers.indices {
            for byte in 0..<width { append(UInt8(truncatingIfNeeded: numbers[index] >> (8 * byte))) }
        }
    }
}
