/// The first small objects that were read, since a catalogue and its pages are asked for again and again.
struct PDFObjectCache {
    /// Objects kept at most, and the bytes of the file that each may take.
    static let objects = 64
    static let objectBytes = 1_024

    private var kept: [Int: PDFIndirectObject] = [:]

    subscript(offset: Int) -> PDFIndirectObject? { kept[offset] }

    /// Keeps an object unless it is large or there are many.
    mutating func keep(_ object: PDFIndirectObject, at offset: Int, bytes: Int) {
        guard bytes <= Self.objectBytes, kept.count < Self.objects else { return }
        kept[offset] = object
    }
}
