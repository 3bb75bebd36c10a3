import Bytes

/// A TIFF's chain of page directories, in either byte order, with the strips or tiles of each (TIFF 6.0; BigTIFF).
struct TIFFStructure {
    /// Of the first page.
    let width: Int
    let height: Int
    let pages: Int

    init(_ source: any ByteSource, limits: Limits) throws {
        var reader = try TIFFReader(source)
        var first: (width: Int, height: Int)?
        var count = 0
        var piecesLeft = limits.tiffPieces
        for directory in try Self.chain(in: &reader, limits: limits) {
            let size = try Self.size(of: directory, in: &reader)
            try ImageFacts.judge(
                width: size.width, height: size.height, limits: limits, isPreview: directory.isPreview,
                at: directory.offset)
            try Self.checkPieces(of: directory, in: &reader, left: &piecesLeft, limits: limits)
            if !directory.isPreview {
                first = first ?? size
                count += 1
            }
        }
        guard let first else { throw ParseError(.malformed, "a TIFF with a page expected, none found", at: 0) }
        (width, height, pages) = (first.width, first.height, count)
    }

    private static func chain(in reader: inout TIFFReader, limits: Limits) throws -> [TIFFDirectory] {
        var directories: [TIFFDirectory] = []
        var visited: Set<Int> = []
        var next: Int? = reader.firstDirectory
        while let offset = next {
            guard visited.insert(offset).inserted else {
                throw ParseError(.malformed, "a chain of page directories expected, a loop found", at: offset)
            }
            guard visited.count <= limits.pdfPages else {
                throw ParseError(.limits, "at most \(limits.pdfPages) pages expected", at: offset)
            }
            let directory = try reader.directory(at: offset)
            directories.append(directory)
            next = directory.next
        }
        return directories
    }

    private static func size(of directory: TIFFDirectory, in reader: inout TIFFReader) throws -> (
        width: Int, height: Int
    ) {
        guard let width = try reader.values(of: directory[.width], most: 1).first,
            let height = try reader.values(of: directory[.height], most: 1).first
        else { throw ParseError(.malformed, "a page with width and height expected", at: directory.offset) }
        return (width, height)
    }

    /// Every strip or tile must lie in the file.
    private static func checkPieces(
        of directory: TIFFDirectory, in reader: inout TIFFReader, left: inout Int, limits: Limits
    ) throws {
        let lists: [(offsets: TIFFDirectory.Tag, counts: TIFFDirectory.Tag)] = [
            (.stripOffsets, .stripCounts), (.tileOffsets, .tileCounts), (.jpegOffset, .jpegCount),
        ]
        var found = false
        for (offsetsTag, countsTag) in lists {
            guard let list = directory[offsetsTag] else { continue }
            found = true
            left -= list.count
            guard left >= 0 else {
                throw ParseError(
                    .limits, "at most \(limits.tiffPieces) strips and tiles expected", at: directory.offset)
            }
            let offsets = try reader.values(of: list, most: list.count)
            // Writers of one uncompressed strip leave the counts out; then the beginning must do.
            let counts = try directory[countsTag].map { try reader.values(of: $0, most: offsets.count) } ?? []
            for (index, offset) in offsets.enumerated() {
                let length = index < counts.count ? counts[index] : 1
                guard offset >= 0, length >= 0, offset <= reader.count, length <= reader.count - offset else {
                    throw ParseError(
                        .truncated, "a strip of \(length) bytes at \(offset) expected, the file has \(reader.count)",
                        at: directory.offset)
                }
            }
        }
        guard found else { throw ParseError(.malformed, "strips or tiles of a page expected", at: directory.offset) }
    }
}

extension ImageFacts {
    /// A preview may be as small as it likes.
    fileprivate static func judge(
        width: Int, height: Int, limits: Limits, isPreview: Bool, at offset: Int
    ) throws(ParseError) {
        var limits = limits
        if isPreview { limits.leastPixels = 0 }
        try judge(width: width, height: height, limits: limits, at: offset)
    }
}
