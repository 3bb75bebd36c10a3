package import Bytes

/// A PDF as numbered objects: where each lies, which save wrote it, and what it says.
///
/// Reads small windows of the source and keeps few small objects; what it keeps grows with the number of objects only. Not for
/// use from two threads at once.
package final class PDFFile {
    package let source: any ByteSource
    package let limits: Limits
    /// As the header has it, such as `1.7`.
    package let version: String
    /// How many bytes lie before the header; offsets in the file may count from it.
    package let headerOffset: Int
    /// Cross-reference sections, the newest first; none where they had to be rebuilt.
    package internal(set) var sections: [PDFSection] = []
    /// Where every live object lies.
    package internal(set) var table: [Int: PDFEntry] = [:]
    /// Of the newest section.
    package internal(set) var trailer = PDFDictionary()
    /// The cross-reference was wrong, and objects were looked for instead.
    package internal(set) var isRebuilt = false
    /// Offsets lead to a cross-reference both from the first byte and from the header; the header's is taken.
    var hasTwoReadings = false
    /// An entry names another generation than its object does.
    private(set) var namesOtherGenerations = false
    /// An entry or a section names a place behind the end of the file.
    package internal(set) var namesPlacesOutside = false

    /// Added to every offset that the file names, where they count from the header.
    var shift = 0
    var scan: PDFScan?
    /// Where the scan found each number last.
    var recovered: [Int: Int]?
    var streams = PDFStreamCache()
    private var small = PDFObjectCache()
    private var lexer: PDFLexer
    private var workLeft: Int
    private var unpackedLeft: Int
    private var loading: Set<Int> = []

    /// Finds the header and the cross-reference.
    ///
    /// Throws a `ParseError`: `empty`, `type` where there is no header, `truncated`, `malformed`, or a limit's code.
    package init(_ source: any ByteSource, limits: Limits) throws {
        guard source.count > 0 else { throw ParseError(.empty, "a PDF expected, no byte found", at: 0) }
        self.source = source
        self.limits = limits
        let head = try source.read(at: 0, count: min(source.count, ContentType.pdfHeaderReach + 16))
        guard let found = MagicBytes.firstOffset(of: "%PDF-", in: head[...], below: ContentType.pdfHeaderReach) else {
            throw ParseError(
                .type, "a PDF header within \(ContentType.pdfHeaderReach) bytes expected, none found", at: 0)
        }
        headerOffset = found
        let digits = head[(found + 5)...].prefix { $0 == UInt8(ascii: ".") || $0 >= 0x30 && $0 <= 0x39 }
        version = String(decoding: digits.prefix(8), as: UTF8.self)
        lexer = PDFLexer(source, limits: limits)
        // All structure streams together; no real file has a tenth of it.
        unpackedLeft = 4 * min(limits.pdfStreamBytes, 1 << 40)
        workLeft = min(4_000_000 + 8 * min(source.count, 1 << 40), 2_000_000_000)
        try openCrossReference()
    }

    package var isEncrypted: Bool {
        !trailer["Encrypt"].isNull || sections.contains { !$0.trailer["Encrypt"].isNull }
    }

    // MARK: Objects

    /// The object of that number as it stands now; nil where there is none.
    package func object(_ number: Int) throws -> PDFIndirectObject? {
        switch table[number] {
        case nil, .free?: return nil
        case .inFile(let offset, let generation)?:
            if let object = try object(at: offset), object.number == number {
                if object.generation != generation { namesOtherGenerations = true }
                return object
            }
            if isRebuilt { return nil }
            return try recoveredObject(number)
        case .inStream(let container, let index)?:
            return try member(number, of: container, index: index)
        }
    }

    /// The value itself, whatever references lead to it; null where they lead nowhere.
    package func resolve(_ value: PDFObject) throws -> PDFObject {
        var value = value
        for _ in 0..<limits.pdfDepth {
            guard let reference = value.reference else { return value }
            value = try object(reference.number)?.value ?? .null
        }
        return .null
    }

    package func dictionary(_ value: PDFObject) throws -> PDFDictionary? { try resolve(value).dictionary }

    /// The object that begins at `offset` of the file; nil where none does.
    package func object(at offset: Int) throws -> PDFIndirectObject? {
        guard offset >= 0, offset < source.count else {
            namesPlacesOutside = true
            return nil
        }
        if let known = small[offset] {
            try spend(0)
            return known
        }
        var end = offset
        let found = try parse(from: offset) { parser -> PDFIndirectObject? in
            defer { end = parser.lexer.offset }
            guard case .object(.integer(let number)) = try parser.lexer.next(), number >= 0,
                case .object(.integer(let generation)) = try parser.lexer.next(), generation >= 0,
                try parser.lexer.next() == .keyword("obj")
            else { return nil }
            let value = try parser.value()
            var isClean = parser.isClean && value != nil
            var streamStart: Int?
            let afterValue = parser.lexer.offset
            let word = try parser.lexer.next()
            if word == .keyword("stream"), value?.dictionary != nil {
                try parser.lexer.skipLineEnd()
                isClean = isClean && parser.lexer.isClean
                streamStart = parser.lexer.offset
            } else {
                isClean = isClean && word == .keyword("endobj")
                parser.lexer.offset = afterValue
            }
            return PDFIndirectObject(
                number: number, generation: generation, value: value ?? .null, streamStart: streamStart,
                offset: offset, isClean: isClean)
        }
        if let found { small.keep(found, at: offset, bytes: end - offset) }
        return found
    }

    /// Runs a parser over the file from `offset` on, and counts what it read.
    func parse<Result>(from offset: Int, _ body: (inout PDFParser) throws -> Result) throws -> Result {
        lexer.offset = offset
        var parser = PDFParser(lexer, limits: limits)
        defer { lexer = parser.lexer }
        // The lexer's window must have one owner, or every step would copy it.
        lexer = PDFLexer(MemorySource([]), limits: limits)
        let result = try body(&parser)
        try spend(parser.lexer.offset - offset)
        return result
    }

    /// Counts bytes read; a file that makes the same bytes be read again and again ends here.
    func spend(_ bytes: Int) throws(ParseError) {
        workLeft -= max(16, bytes)
        guard workLeft >= 0 else {
            throw ParseError(.bomb, "a PDF whose objects are read a few times over expected, many more needed")
        }
    }

    // MARK: Object streams

    private func member(_ number: Int, of container: Int, index: Int) throws -> PDFIndirectObject? {
        guard let stream = try decodedStream(container), let index = stream.index(of: number, expected: index) else {
            return nil
        }
        return try member(index, of: stream)
    }

    func member(_ index: Int, of stream: PDFDecodedStream) throws -> PDFIndirectObject {
        var parser = PDFParser(stream.lexer(at: index), limits: limits)
        let start = parser.lexer.offset
        let value = try parser.value() ?? .null
        try spend(parser.lexer.offset - start)
        return PDFIndirectObject(
            number: stream.members[index].number, generation: 0, value: value, streamStart: nil, offset: nil,
            isClean: parser.isClean)
    }

    /// The object stream of that number, unpacked; nil where it is none, or is needed to read itself.
    func decodedStream(_ number: Int) throws -> PDFDecodedStream? {
        if let stream = streams[number] { return stream }
        // An object stream stands in the file itself (ISO 32000-1, 7.5.7); one within another could go round.
        guard case .inFile? = table[number], loading.insert(number).inserted else { return nil }
        defer { loading.remove(number) }
        guard let object = try object(number), let stream = try decodedStream(of: object) else { return nil }
        streams.insert(stream, number: number)
        return stream
    }

    func decodedStream(of object: PDFIndirectObject) throws -> PDFDecodedStream? {
        guard let dictionary = object.value.dictionary, object.streamStart != nil else { return nil }
        return try PDFDecodedStream(data(of: object), dictionary: dictionary, limits: limits)
    }

    /// The data of a stream, unpacked.
    func data(of object: PDFIndirectObject) throws -> [UInt8] {
        guard let dictionary = object.value.dictionary, let start = object.streamStart else { return [] }
        let length = try length(of: dictionary, from: start)
        guard length <= limits.pdfStreamBytes else {
            throw ParseError(
                .limits, "at most \(limits.pdfStreamBytes) bytes in a structure stream expected", at: start)
        }
        let packed = try source.read(at: start, count: length)
        let bytes = try PDFFilters.decode(
            packed, steps: steps(of: dictionary), most: limits.pdfFilters,
            limit: min(limits.pdfStreamBytes, unpackedLeft), spend: spend)
        unpackedLeft -= bytes.count
        // What was unpacked may be read once as it lies there and once for what leads to it.
        workLeft += 2 * bytes.count
        return bytes
    }

    private func steps(of dictionary: PDFDictionary) throws -> [PDFFilters.Step] {
        let names = try list(dictionary["Filter"].isNull ? dictionary["F"] : dictionary["Filter"])
        let parameters = try list(dictionary["DecodeParms"].isNull ? dictionary["DP"] : dictionary["DecodeParms"])
        return try names.enumerated().compactMap { index, name in
            guard let filter = try resolve(name).name else { return nil }
            let own = index < parameters.count ? try self.dictionary(parameters[index]) : nil
            return PDFFilters.Step(filter: filter, parameters: own ?? PDFDictionary())
        }
    }

    private func list(_ value: PDFObject) throws -> [PDFObject] {
        let value = try resolve(value)
        return value.array ?? (value.isNull ? [] : [value])
    }

    /// What `Length` says where `endstream` follows; else what lies before the next `endstream`.
    private func length(of dictionary: PDFDictionary, from start: Int) throws -> Int {
        if let declared = try resolve(dictionary["Length"]).integer, declared >= 0, declared <= source.count - start {
            let ends = try parse(from: start + declared) { try $0.lexer.next() == .keyword("endstream") }
            if ends { return declared }
        }
        let word = Array("endstream".utf8)
        var offset = start
        while offset < source.count {
            let piece = try source.read(at: offset, count: min(65_536, source.count - offset))
            try spend(piece.count)
            if let found = MagicBytes.firstOffset(of: "endstream", in: piece[...], below: piece.count) {
                return offset + found - start
            }
            offset += max(1, piece.count - word.count)
        }
        return source.count - start
    }
}
