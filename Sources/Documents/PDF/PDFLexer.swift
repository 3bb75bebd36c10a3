import Bytes

/// Cuts bytes into tokens, as forgivingly as readers of PDF do: it never fails for what the bytes are.
struct PDFLexer {
    /// Keywords are short; what is longer is none, however it goes on.
    private static let keywordBytes = 32

    private var window: ByteWindow
    var offset: Int
    /// Whether offsets are those of the file, so that strings may say where they lie.
    let isFile: Bool
    let stringBytes: Int
    /// Nothing was met so far that readers take one way or the other.
    var isClean = true

    init(_ source: any ByteSource, at offset: Int = 0, isFile: Bool = true, limits: Limits) {
        window = ByteWindow(source)
        self.offset = offset
        self.isFile = isFile
        stringBytes = limits.pdfStringBytes
    }

    var count: Int { window.count }

    @inline(__always)
    mutating func peek(_ ahead: Int = 0) throws -> UInt8? { try window.byte(at: offset + ahead) }

    mutating func next() throws -> PDFToken {
        try skipSpace()
        guard let byte = try peek() else { return .end }
        switch byte {
        case UInt8(ascii: "/"): return .object(.name(try name()))
        case UInt8(ascii: "("): return .object(.string(try literalString()))
        case UInt8(ascii: "["): return step(.arrayOpen)
        case UInt8(ascii: "]"): return step(.arrayClose)
        case UInt8(ascii: "<"):
            if try peek(1) == UInt8(ascii: "<") { return step(.dictionaryOpen, by: 2) }
            return .object(.string(try hexadecimalString()))
        case UInt8(ascii: ">"):
            if try peek(1) == UInt8(ascii: ">") { return step(.dictionaryClose, by: 2) }
            isClean = false
            return step(.dictionaryClose)
        case UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"): return step(.keyword(""))
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return try number()
        default: return .keyword(try keyword())
        }
    }

    mutating func skipSpace() throws {
        while let byte = try peek() {
            if byte == UInt8(ascii: "%") {
                while let byte = try peek(), byte != 10, byte != 13 { offset += 1 }
            } else if !Self.isSpace(byte) {
                return
            } else {
                offset += 1
            }
        }
    }

    /// Passes the line end behind the word `stream`: CR LF or LF, or what careless writers put there (7.3.8.1).
    mutating func skipLineEnd() throws {
        let isExact = try peek() == 10 || peek() == 13 && peek(1) == 10
        isClean = isClean && isExact
        while let byte = try peek(), byte == 32 || byte == 9 { offset += 1 }
        if try peek() == 13 { offset += 1 }
        if try peek() == 10 { offset += 1 }
    }

    /// Passes white space, but no comment, and says whether a digit stands behind it, on another line where asked.
    mutating func skipToDigit(onNextLine: Bool = false) throws -> Bool {
        var isInPlace = !onNextLine
        while let byte = try peek(), Self.isSpace(byte) {
            if byte == 10 || byte == 13 { isInPlace = true }
            offset += 1
        }
        guard let byte = try peek() else { return false }
        return isInPlace && byte >= 0x30 && byte <= 0x39
    }

    /// Whether a row of a cross-reference table stands here as it should, twenty bytes with its line end (7.5.4).
    mutating func isAtRow() throws -> Bool {
        let row = try window.bytes(at: offset, count: 20)
        guard row.count == 20 else { return false }
        for (index, byte) in row.prefix(18).enumerated() {
            switch index {
            case 10, 16: if byte != 32 { return false }
            case 17: if byte != UInt8(ascii: "n"), byte != UInt8(ascii: "f") { return false }
            default: if !Self.isDigit(byte) { return false }
            }
        }
        let (first, second) = (row[row.endIndex - 2], row[row.endIndex - 1])
        return first == 32 && (second == 10 || second == 13) || first == 13 && second == 10
    }

    /// Behind `%%EOF`, with the line end that belongs to it; nil where something else stands next.
    mutating func endOfFileMark() throws -> Int? {
        while let byte = try peek(), Self.isSpace(byte) { offset += 1 }
        for (index, letter) in "%%EOF".utf8.enumerated() where try peek(index) != letter { return nil }
        offset += 5
        if try peek() == 13 { offset += 1 }
        if try peek() == 10 { offset += 1 }
        return offset
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 0 || byte == 12
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 9, 10, 12, 13, 32: false
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            false
        default: true
        }
    }

    private mutating func step(_ token: PDFToken, by count: Int = 1) -> PDFToken {
        offset += count
        return token
    }

    private mutating func keyword() throws -> String {
        if let count = window.run(at: offset, where: Self.isRegular), count < Self.keywordBytes {
            return text(count)
        }
        var bytes: [UInt8] = []
        while let byte = try peek(), Self.isRegular(byte) {
            if bytes.count < Self.keywordBytes { bytes.append(byte) }
            offset += 1
        }
        return bytes.count < Self.keywordBytes ? PDFString.latin(bytes) : ""
    }

    /// The next bytes, which are at hand, as they stand there.
    private mutating func text(_ count: Int) -> String {
        let first = offset - window.start
        offset += count
        return PDFString.latin(window.bytes[first..<first + count])
    }

    /// Nearly all numbers: digits and nothing else, so few that they fit; nil for any other, which stays to be read.
    private mutating func wholeNumber() throws -> Int? {
        var value = 0
        var count = 0
        while count < 18, let byte = try peek(count) {
            guard Self.isDigit(byte) else {
                guard count > 0, !Self.isRegular(byte) else { return nil }
                offset += count
                return value
            }
            value = 10 * value + Int(byte - 0x30)
            count += 1
        }
        return nil
    }

    /// Takes what begins like a number; a whole one that does not fit 64 bits becomes a real, which nothing takes for a place.
    private mutating func number() throws -> PDFToken {
        if let whole = try wholeNumber() { return .object(.integer(whole)) }
        let start = offset
        var isNegative = false
        while let byte = try peek(), byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
            if byte == UInt8(ascii: "-") { isNegative = true }
            offset += 1
        }
        var whole: Int? = 0
        var value = 0.0
        var hasDigit = false
        while let byte = try peek(), byte >= 0x30, byte <= 0x39 {
            let digit = Int(byte) - 0x30
            let (product, tooLarge) = (whole ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(digit)
            whole = whole == nil || tooLarge || overflow ? nil : sum
            value = value * 10 + Double(digit)
            hasDigit = true
            offset += 1
        }
        if try peek() == UInt8(ascii: ".") {
            whole = nil
            offset += 1
            var scale = 0.1
            while let byte = try peek(), byte >= 0x30, byte <= 0x39 {
                value += Double(byte - 0x30) * scale
                scale /= 10
                hasDigit = true
                offset += 1
            }
        }
        if let byte = try peek(), Self.isRegular(byte) {
            // Such as `1.2.3` or `0-5`: readers keep the number; such as `12abc` or `+x` is a word.
            let isNumeric = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            if !isNumeric || !hasDigit {
                isClean = isClean && !hasDigit
                if hasDigit, isLetter(byte), whole != nil { return .object(.integer(signed(whole ?? 0, isNegative))) }
                offset = start
                return .keyword(try keyword())
            }
            isClean = false
            while let byte = try peek(), Self.isRegular(byte) { offset += 1 }
            return .object(.real(isNegative ? -value : value))
        }
        guard let whole, hasDigit else { return .object(.real(isNegative ? -value : value)) }
        return .object(.integer(signed(whole, isNegative)))
    }

    private func signed(_ value: Int, _ isNegative: Bool) -> Int { isNegative ? -value : value }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private mutating func name() throws -> String {
        offset += 1
        let plain = window.run(at: offset) { Self.isRegular($0) && $0 != UInt8(ascii: "#") }
        if let plain, plain <= stringBytes, try peek(plain) != UInt8(ascii: "#") { return text(plain) }
        var bytes: [UInt8] = []
        while let byte = try peek(), Self.isRegular(byte) {
            offset += 1
            guard bytes.count < stringBytes else { continue }
            if byte == UInt8(ascii: "#"), let high = try peek().flatMap(Self.digit),
                let low = try peek(1).flatMap(Self.digit)
            {
                bytes.append(high << 4 | low)
                offset += 2
            } else {
                bytes.append(byte)
            }
        }
        return PDFString.latin(bytes)
    }
}
