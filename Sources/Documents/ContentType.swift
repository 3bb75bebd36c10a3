package import Bytes

/// What a file is, decided by its bytes and never by its name.
package enum ContentType: String, Sendable, Codable, CaseIterable {
    case pdf, jpeg, png, tiff
    case xml, zip
    case html, svg, office, executable, gif, bmp, heic, webp, gzip, sevenZip, rar, text, empty, unknown

    /// How far into a file readers look for `%PDF-` (ISO 32000-1, Annex H, implementation note 13).
    package static let pdfHeaderReach = 1_024

    /// Looks at the beginning, and for a scan also at the end, where ZIP readers begin.
    ///
    /// Throws a `ParseError` with code `polyglot` for a PDF or an image that other programs would take for something else.
    package static func of(_ source: any ByteSource) throws -> ContentType {
        guard source.count > 0 else { return .empty }
        let head = try source.read(at: 0, count: min(source.count, pdfHeaderReach + 5))
        let type = MagicBytes.type(of: head)
        let pdfHeader = MagicBytes.firstOffset(of: "%PDF-", in: head[...], below: pdfHeaderReach)
        switch type {
        case .pdf, .unknown, .text:
            guard let pdfHeader else { return type }
            let before = head[..<pdfHeader]
            if !before.isEmpty, MagicBytes.markup.contains(where: { MagicBytes.containsIgnoringCase($0, in: before) }) {
                throw ParseError(.polyglot, "a PDF header expected at the beginning, markup found before it", at: 0)
            }
            try PackedTail.refuse(in: source)
            return .pdf
        case .jpeg, .png, .tiff:
            if let pdfHeader {
                throw ParseError(.polyglot, "an image that is also a PDF: a PDF header lies inside it", at: pdfHeader)
            }
            try PackedTail.refuse(in: source)
            return type
        case .gif, .bmp, .executable:
            if let pdfHeader {
                throw ParseError(.polyglot, "a \(type.rawValue) file that is also a PDF", at: pdfHeader)
            }
            return type
        default:
            return type
        }
    }
}
