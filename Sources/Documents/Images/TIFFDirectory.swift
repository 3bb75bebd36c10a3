/// One page directory of a TIFF: where its values lie.
struct TIFFDirectory {
    enum Tag: UInt16 {
        case subfileType = 254
        case width = 256
        case height = 257
        case stripOffsets = 273
        case stripCounts = 279
        case tileOffsets = 324
        case tileCounts = 325
        case jpegOffset = 513
        case jpegCount = 514
    }

    /// Numbers of one tag: `count` of them, `width` bytes each, at `offset` in the file.
    struct Values {
        let count: Int
        let width: Int
        let offset: Int
    }

    let offset: Int
    var values: [UInt16: Values] = [:]
    /// A reduced picture of another page, as bit 0 of NewSubfileType says.
    var isPreview = false
    /// The next page; nil at the end of the chain.
    var next: Int?

    subscript(_ tag: Tag) -> Values? { values[tag.rawValue] }
}
