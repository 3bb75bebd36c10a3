import Bytes

/// What a header adds behind its name: fields, each with its kind and its length (APPNOTE 4.5).
struct ZIPExtra {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The first field of a kind; nil where there is none, or what stands before it is cut off.
    func field(_ kind: Int) -> [UInt8]? {
        var position = 0
        while position + 4 <= bytes.count {
            let count = ZIPEnd.word(bytes, position + 2)
            guard position + 4 + count <= bytes.count else { return nil }
            if ZIPEnd.word(bytes, position) == kind { return Array(bytes[position + 4..<position + 4 + count]) }
            position += 4 + count
        }
        return nil
    }

    /// The name in UTF-8 beside one in a code page (APPNOTE 4.6.9); nil where there is none, or it was made for another name.
    func unicodeName(beside name: [UInt8]) -> [UInt8]? {
        guard let field = field(0x7075), field.count > 5, field[0] == 1 else { return nil }
        var sum = CRC32()
        sum.update(name.span)
        guard ZIPEnd.long(field, 1) == Int(sum.value) else { return nil }
        return Array(field[5...])
    }
}
