/// Writes the few elements of DER that are put together here.
package enum DERWriter {
    package static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        guard content.count >= 0x80 else { return [tag, UInt8(content.count)] + content }
        var length: [UInt8] = []
        var rest = content.count
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [tag, 0x80 | UInt8(length.count)] + length + content
    }

    package static func sequence(_ elements: [UInt8]...) -> [UInt8] {
        element(DERTag.sequence, elements.flatMap(\.self))
    }

    /// A number that is not negative, given with its highest byte first.
    package static func unsignedInteger(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var content = Array(bytes.drop { $0 == 0 })
        if content.isEmpty || content[0] & 0x80 != 0 { content.insert(0, at: 0) }
        return element(DERTag.integer, content)
    }

    package static func bitString(_ bytes: [UInt8]) -> [UInt8] { element(DERTag.bitString, [0] + bytes) }

    /// Takes numbers with dots between them; a text that is none is a programmer's mistake.
    package static func objectIdentifier(_ text: String) -> [UInt8] {
        let numbers = text.split(separator: ".").compactMap { UInt64($0) }
        precondition(numbers.count >= 2, "«\(text)» is an object identifier")
        let joined = [40 * numbers[0] + numbers[1]] + numbers[2...]
        return element(
            DERTag.objectIdentifier,
            joined.flatMap { number in
                var digits = [UInt8(number & 0x7F)]
                var rest = number >> 7
                while rest > 0 {
                    digits.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
                    rest >>= 7
                }
                return digits
            })
    }
}
