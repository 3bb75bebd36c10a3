package import Bytes

/// What can be said of a scanned picture without decoding it: its size, its pages, and that it is whole.
package struct ImageFacts: Sendable, Equatable {
    package let type: ContentType
    /// In pixels, of the first page.
    package let width: Int
    package let height: Int
    /// More than one only in a TIFF.
    package let pages: Int

    /// Walks the file's structure to its end.
    ///
    /// Throws a `ParseError`: `truncated`, `malformed`, `corrupt` (a checksum), `dimensions`, `limits`, `polyglot`, `empty`,
    /// or `type` where `type` is no image that is taken.
    package init(_ source: any ByteSource, type: ContentType, limits: Limits) throws {
        guard source.count > 0 else { throw ParseError(.empty, "an image expected, no byte found", at: 0) }
        self.type = type
        switch type {
        case .jpeg:
            let image = try JPEGStructure(source, limits: limits)
            try TrailingData.judge(source, from: image.end)
            (width, height, pages) = (image.width, image.height, 1)
        case .png:
            let image = try PNGStructure(source, limits: limits)
            try TrailingData.judge(source, from: image.end)
            (width, height, pages) = (image.width, image.height, 1)
        case .tiff:
            let image = try TIFFStructure(source, limits: limits)
            (width, height, pages) = (image.width, image.height, image.pages)
        default:
            throw ParseError(.type, "a JPEG, PNG or TIFF image expected, \(type.rawValue) found", at: 0)
        }
    }

    /// Throws `malformed` for nothing, `dimensions` for more than a decoder should be asked for or less than any scan has.
    static func judge(width: Int, height: Int, limits: Limits, at offset: Int) throws(ParseError) {
        guard width > 0, height > 0 else {
            throw ParseError(
                .malformed, "an image with width and height expected, \(width) by \(height) found", at: offset)
        }
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        guard !overflow, pixels <= limits.pixels else {
            throw ParseError(
                .dimensions, "at most \(limits.pixels) pixels expected, \(width) by \(height) found", at: offset)
        }
        guard pixels >= limits.leastPixels else {
            throw ParseError(
                .dimensions, "at least \(limits.leastPixels) pixels expected, \(width) by \(height) found", at: offset)
        }
    }
}
