import Bytes

/// Reads TIFF numbers and directories in the byte order and offset width that the header names.
struct TIFFReader {
    private var window: ByteWindow
    private let littleEndian: Bool
    /// BigTIFF has offsets of 8 bytes.
    private let isBig: Bool
    let firstDirectory: Int
    /// Directories that do not overlap have no more tags together than fit the file.
    private var tagsLeft: Int

    var count: Int { window.count }

    init(_ source: any ByteSource) throws {
        window = ByteWindow(source)
        tagsLeft = source.count / 12
        littleEndian = try window.byte(at: 0) == UInt8(ascii: "I")
        guard let version = try window.number(at: 2, width: 2, littleEndian: littleEndian) else {
            throw ParseError(.truncated, "a TIFF header of 8 bytes expected, the file ended", at: 0)
        }
        guard version == 42 || version == 43 else {
            throw ParseError(.malformed, "TIFF version 42 or 43 expected, \(version) found", at: 2)
        }
        isBig = version == 43
        let offset = try window.number(at: isBig ? 8 : 4, width: isBig ? 8 : 4, littleEndian: littleEndian)
        guard let offset else {
            throw ParseError(.truncated, "the offset of the first page directory expected, the file ended", at: 4)
        }
        firstDirectory = try Self.position(offset, in: source.count, at: 4)
    }

    /// Reads the directory at `offset`: its tags that matter here, and where the next one lies.
    mutating func directory(at offset: Int) throws -> TIFFDirectory {
        let countWidth = isBig ? 8 : 2
        let entryBytes = isBig ? 20 : 12
        let offsetWidth = isBig ? 8 : 4
        guard let declared = try number(at: offset, width: countWidth), let entries = Int(exactly: declared),
            entries <= (count - offset - countWidth) / entryBytes
        else { throw ParseError(.truncated, "a page directory expected, the file ended", at: offset) }
        tagsLeft -= entries
        guard tagsLeft >= 0 else {
            throw ParseError(.malformed, "page directories that do not overlap expected", at: offset)
        }
        var directory = TIFFDirectory(offset: offset)
        for index in 0..<entries {
            let at = offset + countWidth + index * entryBytes
            guard let tag = try number(at: at, width: 2), let type = try number(at: at + 2, width: 2),
                let amount = try number(at: at + 4, width: offsetWidth)
            else { throw ParseError(.truncated, "a tag expected, the file ended", at: at) }
            guard let known = TIFFDirectory.Tag(rawValue: UInt16(truncatingIfNeeded: tag)) else { continue }
            directory.values[known.rawValue] = try values(
                type: type, amount: amount, fieldAt: at + 4 + offsetWidth, fieldBytes: offsetWidth)
        }
        directory.isPreview = try values(of: directory[.subfileType], most: 1).first.map { $0 & 1 == 1 } ?? false
        let link = offset + countWidth + entries * entryBytes
        guard let next = try number(at: link, width: offsetWidth) else {
            throw ParseError(.truncated, "the offset of the next page directory expected, the file ended", at: link)
        }
        directory.next = next == 0 ? nil : try Self.position(next, in: count, at: link)
        return directory
    }

    /// The first numbers of one tag; none where it is not there.
    mutating func values(of values: TIFFDirectory.Values?, most: Int) throws -> [Int] {
        guard let values else { return [] }
        var numbers: [Int] = []
        let count = min(values.count, most)
        numbers.reserveCapacity(count)
        for index in 0..<count {
            // What does not fit Int lies outside every file: the caller's comparison says so.
            numbers.append(
                try number(at: values.offset + index * values.width, width: values.width).flatMap { Int(exactly: $0) }
                    ?? Int.max)
        }
        return numbers
    }

    private mutating func values(
        type: UInt64, amount: UInt64, fieldAt: Int, fieldBytes: Int
    ) throws -> TIFFDirectory.Values? {
        let widths: [UInt64: Int] = [1: 1, 3: 2, 4: 4, 13: 4, 16: 8]
        guard let width = widths[type] else { return nil }
        guard let amount = Int(exactly: amount), amount <= count / width else {
            throw ParseError(.truncated, "\(amount) numbers of a tag expected, the file ended", at: fieldAt)
        }
        let bytes = amount * width
        if bytes <= fieldBytes { return TIFFDirectory.Values(count: amount, width: width, offset: fieldAt) }
        guard let declared = try number(at: fieldAt, width: fieldBytes) else {
            throw ParseError(.truncated, "the offset of a tag's numbers expected, the file ended", at: fieldAt)
        }
        let offset = try Self.position(declared, in: count, at: fieldAt)
        guard bytes <= count - offset else {
            throw ParseError(.truncated, "\(bytes) bytes of a tag at \(offset) expected, the file ended", at: fieldAt)
        }
        return TIFFDirectory.Values(count: amount, width: width, offset: offset)
    }

    private mutating func number(at offset: Int, width: Int) throws -> UInt64? {
        try window.number(at: offset, width: width, littleEndian: littleEndian)
    }

    private static func position(_ value: UInt64, in count: Int, at offset: Int) throws(ParseError) -> Int {
        guard let position = Int(exactly: value), position < count else {
            throw ParseError(.truncated, "an offset below \(count) expected, \(value) found", at: offset)
        }
        guard position >= 8 else {
            throw ParseError(.malformed, "an offset behind the header expected, \(value) found", at: offset)
        }
        return position
    }
}
