import Bytes

/// The first bytes by which formats are known.
enum MagicBytes {
    /// Words that make a browser take what follows for a page or a script.
    static let markup = ["<html", "<!doctype html", "<script", "<body", "<svg", "<?php", "<iframe"]

    static func type(of head: [UInt8]) -> ContentType {
        if let type = binaryType(of: head) { return type }
        return textType(of: head)
    }

    private static func binaryType(of head: [UInt8]) -> ContentType? {
        func begins(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
            head.count >= offset + bytes.count && head[offset..<offset + bytes.count].elementsEqual(bytes)
        }
        func begins(_ text: String, at offset: Int = 0) -> Bool { begins(Array(text.utf8), at: offset) }

        if begins("%PDF-") { return .pdf }
        if begins([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if begins([0x49, 0x49, 42, 0]) || begins([0x4D, 0x4D, 0, 42]) { return .tiff }
        if begins([0x49, 0x49, 43, 0, 8, 0]) || begins([0x4D, 0x4D, 0, 43, 0, 8]) { return .tiff }
        if begins([0x50, 0x4B, 3, 4]) { return isOffice(head) ? .office : .zip }
        if begins([0x50, 0x4B, 5, 6]) || begins([0x50, 0x4B, 7, 8]) { return .zip }
        if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) || begins("{\\rtf") { return .office }
        if begins("GIF87a") || begins("GIF89a") { return .gif }
        if begins("RIFF"), begins("WEBP", at: 8) { return .webp }
        if begins("BM"), begins([0, 0, 0, 0], at: 6) { return .bmp }
        if begins("ftyp", at: 4) { return isHEIF(head) ? .heic : .unknown }
        if begins([0x1F, 0x8B]) { return .gzip }
        if begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return .sevenZip }
        if begins("Rar!\u{1A}\u{7}") { return .rar }
        let programs: [[UInt8]] = [
            [0x4D, 0x5A], [0x7F, 0x45, 0x4C, 0x46], [0xCA, 0xFE, 0xBA, 0xBE], [0xCF, 0xFA, 0xED, 0xFE],
            [0xCE, 0xFA, 0xED, 0xFE], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0x23, 0x21],
        ]
        return programs.contains { begins($0) } ? .executable : nil
    }

    private static func textType(of head: [UInt8]) -> ContentType {
        // UTF-16 and UTF-32 XML is XML all the same: its reader names the encoding as the fault.
        let wide = head.prefix(16).filter { $0 != 0 }
        let isWide = wide.count < min(16, head.count)
        if isWide || head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            let text = wide.drop { $0 >= 0xFE }
            return text.first == UInt8(ascii: "<") ? .xml : .unknown
        }
        var text = head[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        text = text.drop { isSpace($0) }
        if text.first == UInt8(ascii: "<") { return markupType(of: text) }
        return isText(head) ? .text : .unknown
    }

    private static func markupType(of text: ArraySlice<UInt8>) -> ContentType {
        if let root = firstElement(in: text) {
            if root == "html" || root == "head" || root == "body" || root == "script" || root == "iframe" {
                return .html
            }
            if root == "svg" || root.hasSuffix(":svg") { return .svg }
        }
        if containsIgnoringCase("<!doctype html", in: text) { return .html }
        if text.starts(with: Array("<?xml".utf8)) { return .xml }
        guard let next = text.dropFirst().first else { return .text }
        let isName = (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A || next == UInt8(ascii: "_") || next >= 0x80
        if isName || next == UInt8(ascii: "!") { return .xml }
        return isText(Array(text)) ? .text : .unknown
    }

    /// The name in the first start tag, lower-cased, after declarations, instructions and comments.
    private static func firstElement(in text: ArraySlice<UInt8>) -> String? {
        var rest = text
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            guard let next = rest.first else { return nil }
            if rest.starts(with: Array("!--".utf8)) {
                guard let end = firstOffset(of: "-->", in: rest, below: Int.max) else { return nil }
                rest = rest[(end + 3)...]
            } else if next != UInt8(ascii: "!"), next != UInt8(ascii: "?") {
                let name = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                return String(decoding: name, as: UTF8.self).lowercased()
            }
        }
        return nil
    }

    /// The offset of `text` in `bytes`, if it begins below `limit`.
    static func firstOffset(of text: String, in bytes: ArraySlice<UInt8>, below limit: Int) -> Int? {
        guard limit > bytes.startIndex else { return nil }
        let end = limit > bytes.endIndex - text.utf8.count ? bytes.endIndex : limit + text.utf8.count - 1
        return bytes[..<end].firstOffset(of: Array(text.utf8))
    }

    static func containsIgnoringCase(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
        let lower = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return firstOffset(of: text, in: lower[...], below: Int.max) != nil
    }

    /// Office files are ZIPs whose first entry is one of a few; a form package has none of these names.
    private static func isOffice(_ head: [UInt8]) -> Bool {
        guard head.count > 30 else { return false }
        let names = [
            "[Content_Types].xml", "_rels/.rels", "docProps/", "word/", "xl/", "ppt/", "mimetypeapplication/vnd",
        ]
        return names.contains { head[30...].starts(with: Array($0.utf8)) }
    }

    private static func isHEIF(_ head: [UInt8]) -> Bool {
        guard head.count >= 12 else { return false }
        let brand = String(decoding: head[8..<12], as: UTF8.self)
        return ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"].contains(brand)
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 9 || $0 == 10 || $0 == 12 || $0 == 13 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
}
