import Bytes

/// A header of the central directory (APPNOTE 4.3.12), to be confirmed by the local one (4.3.7).
struct ZIPHeader {
    /// What most archives add behind a name, such as times.
    private static let usualExtra = 64

    let name: String
    private let nameBytes: [UInt8]
    /// The name that counts: the one in UTF-8 where the header's own is in a code page.
    private let shownBytes: [UInt8]
    private let asBefore: Bool
    private let flags: Int
    private let method: Int
    private let crc: UInt32
    private let packedSize: Int
    private let size: Int
    private let localOffset: Int

    init(_ directory: [UInt8], at position: inout Int, base: Int, limits: Limits, asBefore: Bool) throws(ParseError) {
        let start = position
        let here = base + start
        guard directory.count - start >= 46, directory[start...].starts(with: [0x50, 0x4B, 0x01, 0x02]) else {
            throw ParseError(.malformed, "a header of the central directory expected", at: here)
        }
        flags = ZIPEnd.word(directory, start + 8)
        method = ZIPEnd.word(directory, start + 10)
        crc = UInt32(truncatingIfNeeded: ZIPEnd.long(directory, start + 16))
        let nameCount = ZIPEnd.word(directory, start + 28)
        let extraCount = ZIPEnd.word(directory, start + 30)
        let commentCount = ZIPEnd.word(directory, start + 32)
        let total = 46 + nameCount + extraCount + commentCount
        guard directory.count - start >= total else {
            throw ParseError(.malformed, "the central directory ends within a header", at: here)
        }
        nameBytes = Array(directory[start + 46..<start + 46 + nameCount])
        let extra = Array(directory[start + 46 + nameCount..<start + 46 + nameCount + extraCount])
        var wide = ZIPWideSizes(extra)
        size = try wide.take(ZIPEnd.long(directory, start + 24), at: here)
        packedSize = try wide.take(ZIPEnd.long(directory, start + 20), at: here)
        localOffset = try wide.take(ZIPEnd.long(directory, start + 42), at: here)

        guard flags & 0x2041 == 0 else { throw ParseError(.encrypted, "an entry is encrypted", at: here) }
        guard method == 0 || method == 8 else {
            throw ParseError(.method, "packing method \(method); 0 and 8 are read", at: here)
        }
        guard ZIPEnd.word(directory, start + 34) == 0 else {
            throw ParseError(.method, "the archive is in several parts", at: here)
        }
        // Upper half of the external attributes: the mode of Unix systems, whatever system says to have made it (ZP2, ZP14).
        let mode = ZIPEnd.long(directory, start + 38) >> 16
        let kind = mode & 0o170000
        guard kind == 0 || kind == 0o100000 || kind == 0o040000, mode & 0o6000 == 0 else {
            throw ParseError(.path, "an entry is a link, a device or runs with another's rights", at: here)
        }
        let isUTF8 = flags & 0x800 != 0
        self.asBefore = asBefore
        let unicode = asBefore ? nil : ZIPExtra(extra).unicodeName(beside: nameBytes)
        guard unicode == nil || !isUTF8 || unicode == nameBytes else {
            throw ParseError(.mismatch, "an entry has one name in its header and another behind it", at: here)
        }
        shownBytes = unicode ?? nameBytes
        name = try ZIPName.checked(shownBytes, isUTF8: isUTF8 || unicode != nil, limits: limits, at: here)
        position = start + total
    }

    /// The entry, where the local header says the same; with the bytes that it takes up in the archive.
    ///
    /// Throws a `ParseError` with code `mismatch`, or what the source throws.
    func confirmed(in source: any ByteSource, before directory: Int) throws -> (range: Range<Int>, entry: ZIPEntry) {
        guard localOffset >= 0, localOffset <= directory - 30 else {
            throw ParseError(.malformed, "an entry lies outside the archive", at: localOffset)
        }
        // Nearly always the whole header at once.
        let fixed = try source.read(
            at: localOffset, count: min(30 + nameBytes.count + Self.usualExtra, directory - localOffset))
        func differs(_ what: String) -> ParseError {
            ParseError(.mismatch, "an entry's local header gives another \(what) than the directory", at: localOffset)
        }
        guard fixed.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
            throw ParseError(.mismatch, "no local header where the directory says", at: localOffset)
        }
        let nameCount = ZIPEnd.word(fixed, 26)
        let extraCount = ZIPEnd.word(fixed, 28)
        guard localOffset + 30 + nameCount + extraCount <= directory else { throw differs("length") }
        let rest =
            fixed.count >= 30 + nameCount + extraCount
            ? Array(fixed[30..<30 + nameCount + extraCount])
            : try source.read(at: localOffset + 30, count: nameCount + extraCount)
        guard rest[..<nameCount].elementsEqual(nameBytes) else { throw differs("name") }
        guard ZIPEnd.word(fixed, 8) == method else { throw differs("method") }
        let localFlags = ZIPEnd.word(fixed, 6)
        guard localFlags & 0x0809 == flags & 0x0809 else { throw differs("set of flags") }
        let hasDescriptor = localFlags & 8 != 0
        let extra = Array(rest[nameCount...])
        let unicode = ZIPExtra(extra).unicodeName(beside: nameBytes)
        guard asBefore || unicode == nil || unicode == shownBytes else { throw differs("name") }
        var wide = ZIPWideSizes(extra)
        let localSize = try wide.take(ZIPEnd.long(fixed, 22), at: localOffset)
        let localPacked = try wide.take(ZIPEnd.long(fixed, 18), at: localOffset)
        let localCRC = UInt32(truncatingIfNeeded: ZIPEnd.long(fixed, 14))
        // With a data descriptor the local header may leave these at 0.
        guard localSize == size || (hasDescriptor && localSize == 0) else { throw differs("size") }
        guard localPacked == packedSize || (hasDescriptor && localPacked == 0) else { throw differs("packed size") }
        guard localCRC == crc || (hasDescriptor && localCRC == 0) else { throw differs("check sum") }
        let dataOffset = localOffset + 30 + nameCount + extraCount
        let (dataEnd, overflow) = dataOffset.addingReportingOverflow(packedSize)
        guard !overflow, dataEnd <= directory else {
            throw ParseError(.truncated, "an entry's bytes reach beyond the archive", at: dataOffset)
        }
        guard method == 8 || size == packedSize else { throw differs("size of a stored file") }
        // What streams a package reads no directory, and must find there what the local header left open (ZP10).
        let isOpen = hasDescriptor && !asBefore && (localSize != size || localPacked != packedSize || localCRC != crc)
        let descriptor =
            try isOpen
            ? ZIPDescriptor.count(
                at: dataEnd, crc: crc, packedSize: packedSize, size: size, in: source, before: directory) : 0
        guard let descriptor else { throw differs("size, behind its bytes,") }
        return (
            localOffset..<dataEnd + descriptor,
            ZIPEntry(
                name: name, method: method, crc: crc, packedSize: packedSize, size: size, dataOffset: dataOffset)
        )
    }
}
