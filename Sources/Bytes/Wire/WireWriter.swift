/// Writes values that cross, one after the other.
@usableFromInline package struct WireWriter {
    private(set) var bytes: [UInt8] = []

    /// With room for what most messages take.
    init() { bytes.reserveCapacity(4_096) }

    @inlinable package mutating func write(_ value: some Wired) { value.write(to: &self) }

    /// Which case of a type follows.
    @usableFromInline package mutating func write(case place: UInt8) { bytes.append(place) }

    @inlinable package mutating func write(case place: UInt8, _ value: some Wired) {
        write(case: place)
        write(value)
    }

    /// Small numbers of either sign take few bytes.
    @usableFromInline mutating func write(number: Int) {
        write(varint: UInt64(bitPattern: Int64((number << 1) ^ (number >> (Int.bitWidth - 1)))))
    }

    /// Highest byte first.
    mutating func write(word: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }

    /// How many elements or bytes follow.
    @usableFromInline mutating func write(count: Int) { write(varint: UInt64(count)) }

    @usableFromInline mutating func write(text: String) {
        write(count: text.utf8.count)
        bytes += text.utf8
    }

    package mutating func write(bytes content: [UInt8]) {
        write(count: content.count)
        bytes += content
    }

    /// Seven bits in each byte, the lowest first; all but the last have the eighth set.
    private mutating func write(varint number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
