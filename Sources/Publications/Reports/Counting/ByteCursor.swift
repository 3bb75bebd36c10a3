/// Reads numbers of fixed width from bytes, the highest byte first.
struct ByteCursor {
    private let bytes: [UInt8]
    private(set) var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    /// The caller has seen to it that there are enough.
    mutating func next<Value: FixedWidthInteger>() -> Value {
        var value: UInt64 = 0
        for place in index..<index + Value.bitWidth / 8 { value = value << 8 | UInt64(bytes[place]) }
        index += Value.bitWidth / 8
        return Value(truncatingIfNeeded: value)
    }
}

extension [UInt8] {
    /// Writes a number as a `ByteCursor` reads it.
    mutating func put(_ value: some FixedWidthInteger) {
        unsafe Swift.withUnsafeBytes(of: value.bigEndian) { unsafe append(contentsOf: $0) }
    }
}
