import Testing

@testable import Documents

@Suite("Small objects of a PDF that are kept")
struct PDFObjectCacheTests {
    private func object(_ number: Int) -> PDFIndirectObject {
        PDFIndirectObject(
            number: number, generation: 0, value: .integer(number), streamStart: nil, offset: number, isClean: true)
    }

    @Test("An object is kept at the limit of its size, and not one byte past it")
    func size() {
        var cache = PDFObjectCache()
        cache.keep(object(1), at: 1, bytes: PDFObjectCache.objectBytes)
        cache.keep(object(2), at: 2, bytes: PDFObjectCache.objectBytes + 1)
        #expect(cache[1]?.number == 1)
        #expect(cache[2] == nil)
    }

    @Test("So many are kept, and not one more")
    func count() {
        var cache = PDFObjectCache()
        for number in 0...PDFObjectCache.objects { cache.keep(object(number), at: number, bytes: 10) }
        #expect(cache[PDFObjectCache.objects - 1] != nil)
        #expect(cache[PDFObjectCache.objects] == nil)
    }
}
