import Bytes

/// The zip64 extra field (APPNOTE 4.5.3): 64-bit values for those that the header leaves at their largest, in its order.
struct ZIPWideSizes {
    private var values: [UInt64] = []

    init(_ extra: [UInt8]) {
        guard let field = ZIPExtra(extra).field(1) else { return }
        values = stride(from: 0, to: field.count - field.count % 8, by: 8).map { ZIPEnd.quad(field, $0) }
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
