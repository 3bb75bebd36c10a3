extension [UInt8] {
    /// Appends a number in decimal, with leading zeros up to `width` digits; a wider number is written whole.
    package mutating func append(decimal number: Int, width: Int = 1) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var digits = 1
        var rest = number.magnitude
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Swift.max(width, digits)))
        rest = number.magnitude
        var place = count - 1
        while rest > 0 {
            self[place] += UInt8(rest % 10)
            rest /= 10
            place -= 1
        }
    }
}
