/// A page as bytes, written from its beginning on, so that a long one stands in memory once.
struct HTMLPage {
    private(set) var bytes: [UInt8] = []

    static func += (page: inout HTMLPage, text: String) { page.bytes.append(contentsOf: text.utf8) }
}
