/// The object streams last read, few enough that memory stays flat.
struct PDFStreamCache {
    /// Unpacked bytes that are kept; a larger stream is kept alone.
    private static let bytes = 8_000_000
    private static let count = 32

    private var streams: [(number: Int, stream: PDFDecodedStream)] = []

    subscript(_ number: Int) -> PDFDecodedStream? { streams.last { $0.number == number }?.stream }

    mutating func insert(_ stream: PDFDecodedStream, number: Int) {
        var total = stream.count
        var kept: [(number: Int, stream: PDFDecodedStream)] = []
        for entry in streams.reversed() {
            total += entry.stream.count
            if total > Self.bytes || kept.count + 1 >= Self.count { break }
            kept.append(entry)
        }
        streams = kept.reversed() + [(number, stream)]
    }
}
