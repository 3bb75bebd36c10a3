/// A signature dictionary of a PDF, and whether what it says of its own place makes sense (ISO 32000-1, 12.8.1).
package struct PDFSignature: Sendable, Equatable {
    /// The full name of the signature field that holds it; nil for one in no field.
    package let fieldName: String?
    /// Such as `adbe.pkcs7.detached` or `ETSI.CAdES.detached`.
    package let subFilter: String?
    /// As the dictionary has it: offset and length of each signed range.
    package let byteRange: [Int]
    /// Where the hexadecimal string of the signature lies in the file, with its angle brackets; nil where there is none.
    package let contentsRange: Range<Int>?
    /// The signature itself, DER with the zeros that fill the gap.
    package let contents: [UInt8]
    /// Signed are all bytes but the signature's own.
    package let coversWholeFile: Bool
    /// Where the signed bytes end.
    package let revisionEnd: Int
    /// Stable words for what is wrong with it; none where it makes sense.
    package let problems: [String]

    package init(
        fieldName: String?, subFilter: String?, byteRange: [Int], contentsRange: Range<Int>?, contents: [UInt8],
        coversWholeFile: Bool, revisionEnd: Int, problems: [String]
    ) {
        self.fieldName = fieldName
        self.subFilter = subFilter
        self.byteRange = byteRange
        self.contentsRange = contentsRange
        self.contents = contents
        self.coversWholeFile = coversWholeFile
        self.revisionEnd = revisionEnd
        self.problems = problems
    }
}
