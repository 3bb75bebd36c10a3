/// A report's text on its way out, handed over in pieces, so that a long one stands nowhere whole.
struct ReportText {
    private static let piece = 128 * 1024

    private var bytes: [UInt8] = []

    static func += (text: inout ReportText, more: String) { text.bytes.append(contentsOf: more.utf8) }

    mutating func append(_ more: [UInt8]) { bytes += more }

    /// Hands over what is written so far, where that is a piece; asked after each row.
    mutating func handOver<Failure: Error>(_ put: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        if bytes.count >= Self.piece { try end(put) }
    }

    /// Hands over the rest.
    mutating func end<Failure: Error>(_ put: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        try put(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
