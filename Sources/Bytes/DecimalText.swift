extension [UInt8] {
    /// Appends a number in decimal, with leading zeros up to `width` digits; a wider number is written whole.
    package mutating func append(decimal number: Int, width: Int = 1) {
        // Most are two digits of a time.
        if width == 2, 0..<100 ~= number {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
            return
        }
        if number < 0 { append(UInt8(ascii: "-")) }
        // As many as the largest number has.
        var digits: InlineArray<20, UInt8> = .init(repeating: UInt8(ascii: "0"))
        var first = digits.count
        var rest = number.magnitude
        repeat {
            first -= 1
            digits[first] += UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if digits.count - first < width {
            for _ in 0..<width - (digits.count - first) { append(UInt8(ascii: "0")) }
        }
        for place in first..<digits.count { append(digits[place]) }
    }
}
