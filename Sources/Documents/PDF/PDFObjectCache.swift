/// The first small objects that were read, since a catalogue and its pages are asked for again and again.
struct PDFObjectCache {
    /// Objects kept at most, and the bytes of the file that each may take.
    static let objects = 64
    static let objectBytes = 1_024

    /// So few that they are found sooner one after the other than by a hash.
    private var kept: [(offset: Int, object: PDFIndirectObject)] = []

    subscript(offset: Int) -> PDFIndirectObject? {
        kept.firstIndex { $0.offset == offset }.map { kept[$0].object }
    }

    /// Keeps an object unless it is large or there are many.
    mutating func keep(_ object: PDFIndirectObject, at offset: Int, bytes: Int) {
        guard bytes <= Self.objectBytes, kept.count < Self.objects else { return }
        kept.append((offset, object))
    }
}
