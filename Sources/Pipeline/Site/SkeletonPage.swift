import Bytes
import Documents
import Dossiers

/// A page that says which paper belongs in its place, as any type that a component may ask for.
enum SkeletonPage {
    /// The side of a picture, in pixels: above what is too small to read, and whole bytes of one bit a pixel.
    private static let side = 64

    /// A PDF where that may be, since it can be read by itself.
    static func type(among types: [MediaType]) -> MediaType {
        [MediaType.pdf, .jpeg, .png].first { types.contains($0) } ?? types.first ?? .pdf
    }

    static func suffix(of type: MediaType) -> String { type == .jpeg ? "jpg" : type == .tiff ? "tif" : type.rawValue }

    /// - Parameter words: stand in the page, or in a picture's comment, so that no two are alike.
    static func bytes(of type: MediaType, saying words: String) -> [UInt8] {
        switch type {
        case .jpeg: jpeg(words)
        case .png: png(words)
        case .tiff: tiff(words)
        case .pdf, .xml, .unknown: pdf(words)
        }
    }

    /// The sample's photograph with a comment (ITU-T T.81, B.2.4.5).
    private static func jpeg(_ words: String) -> [UInt8] {
        let photograph = PackageResources.anh_jpg
        let start = photograph.prefix(2)
        return start + [0xFF, 0xFE] + bigEndian(UInt16(words.utf8.count + 2)) + words.utf8 + photograph.dropFirst(2)
    }

    /// A black square (ISO/IEC 15948), packed as it is (RFC 1950, RFC 1951).
    private static func png(_ words: String) -> [UInt8] {
        func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
            let body = type.utf8 + content
            return bigEndian(UInt32(content.count)) + body + bigEndian(CRC32.of(body))
        }
        let rows = [UInt8](repeating: 0, count: side * (1 + side / 8))
        let count = UInt16(rows.count)
        // Of zeros alone the Adler-32 sum is 1, and their number in its upper half.
        let packed =
            [0x78, 0x01, 0x01] + bigEndian(count.byteSwapped) + bigEndian((~count).byteSwapped) + rows
            + bigEndian(UInt32(count) << 16 | 1)
        let header = bigEndian(UInt32(side)) + bigEndian(UInt32(side)) + [1, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
            + chunk("tEXt", "Title\u{0}\(words)".utf8 + []) + chunk("IDAT", packed) + chunk("IEND", [])
    }

    /// A black square of one strip (TIFF 6.0, section 3).
    private static func tiff(_ words: String) -> [UInt8] {
        let strip = [UInt8](repeating: 0, count: side * side / 8)
        let title = Array("\(words)     \u{0}".utf8)
        let start = 8 + 2 + 12 * 9 + 4
        let fields: [(tag: UInt16, type: UInt16, count: Int, value: Int)] = [
            (256, 4, 1, side), (257, 4, 1, side), (258, 4, 1, 1), (259, 4, 1, 1), (262, 4, 1, 1),
            (270, 2, title.count, start), (273, 4, 1, start + title.count), (278, 4, 1, side), (279, 4, 1, strip.count),
        ]
        var bytes = Array("MM".utf8) + bigEndian(UInt16(42)) + bigEndian(UInt32(8)) + bigEndian(UInt16(fields.count))
        for field in fields {
            bytes += bigEndian(field.tag) + bigEndian(field.type)
            bytes += bigEndian(UInt32(field.count)) + bigEndian(UInt32(field.value))
        }
        return bytes + bigEndian(UInt32(0)) + title + strip
    }

    private static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        (0..<number.bitWidth / 8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func pdf(_ words: String) -> [UInt8] {
        let text = "BT /F1 24 Tf 72 720 Td (\(words.filter { $0.isASCII && !"()\\".contains($0) })) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var body = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (number, object) in objects.enumerated() {
            offsets.append(body.utf8.count)
            body += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = body.utf8.count
        body += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { body += padded(offset, 10) + " 00000 n \n" }
        body += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(body.utf8)
    }
}
