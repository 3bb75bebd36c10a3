package import Bytes

/// What can be said of a PDF without showing it.
package struct PDFFacts: Sendable, Equatable {
    /// As the header has it, such as `1.7`.
    package let version: String
    /// 0 for an encrypted file, whose page tree may be enciphered.
    package let pages: Int
    /// Enciphered, even where an empty password opens it.
    package let isEncrypted: Bool
    /// What would run or bring a program along: `javascript`, `launch`, `embeddedFile`, `richMedia`; sorted, each once.
    package let active: [String]
    /// What an agency should know of: `uri`, `xfa`, `submitForm`, `remoteGoTo`, `needAppearances`, `hybrid`,
    /// `rebuilt`; sorted, each once.
    package let flags: [String]
    /// By where the bytes end that they sign; those of an encrypted file are not looked for.
    package let signatures: [PDFSignature]

    /// Walks every live object of the file once; neither pages nor pictures are unpacked.
    ///
    /// Throws a `ParseError`: `empty`, `type` (no header), `truncated`, `malformed` (no page), `depth`, `limits`, `bomb`.
    /// Encryption and active content are facts, not errors.
    package init(_ source: any ByteSource, limits: Limits) throws {
        try self.init(PDFFile(source, limits: limits))
    }

    /// The same of a file that is already open.
    package init(_ file: PDFFile) throws {
        version = file.version
        if file.isEncrypted {
            (pages, isEncrypted, active, flags, signatures) = (0, true, [], [], [])
            return
        }
        isEncrypted = false
        var pages = try PDFPageTree.count(in: file)
        if pages == 0, !file.isRebuilt {
            try file.rebuild()
            if !file.isEncrypted { pages = try PDFPageTree.count(in: file) }
        }
        try Self.refuseCut(file)
        guard pages > 0 else {
            let code: ParseError.Code = file.namesPlacesOutside ? .truncated : .malformed
            throw ParseError(code, "a PDF with a page expected, none found")
        }
        self.pages = pages
        var inspection = PDFInspection(file)
        try inspection.run()
        active = inspection.active.sorted()
        flags = inspection.flags.sorted()
        signatures = try PDFSignatureFields(file).signatures(among: inspection.signatureDictionaries)
    }

    /// A linearised file says at its beginning how long it is (ISO 32000-1, Annex F); a shorter one was cut.
    private static func refuseCut(_ file: PDFFile) throws {
        guard let length = try file.linearizedLength(), length > file.source.count - file.headerOffset else { return }
        throw ParseError(
            .truncated, "\(length) bytes expected, as the file says itself, \(file.source.count) found",
            at: file.source.count)
    }
}
