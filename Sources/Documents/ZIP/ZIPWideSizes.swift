import Bytes

/// The zip64 extra field (APPNOTE 4.5.3): 64-bit values for those that the header leaves at their largest, in its order.
struct ZIPWideSizes {
    private var values: [UInt64] = []

    init(_ extra: [UInt8]) {
        var position = 0
        while position + 4 <= extra.count {
            let count = ZIPEnd.word(extra, position + 2)
            guard position + 4 + count <= extra.count else { return }
            if ZIPEnd.word(extra, position) == 1 {
                values = stride(from: 0, to: count - count % 8, by: 8).map { ZIPEnd.quad(extra, position + 4 + $0) }
                return
            }
            position += 4 + count
        }
    }

    /// The value itself, or the next wide one where it is at its largest.
    mutating func take(_ value: Int, at offset: Int) throws(ParseError) -> Int {
        guard value == 0xFFFF_FFFF else { return value }
        guard !values.isEmpty, let wide = Int(exactly: values.removeFirst()) else {
            throw ParseError(.malformed, "a zip64 size is missing", at: offset)
        }
        return wide
    }
}
