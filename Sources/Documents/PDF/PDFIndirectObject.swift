/// An object with a number, as it stands in the file or in an object stream.
package struct PDFIndirectObject: Sendable, Equatable {
    package let number: Int
    package let generation: Int
    /// A stream's dictionary, where it is a stream.
    package let value: PDFObject
    /// Where the data of a stream begins in the file; nil for anything else.
    package let streamStart: Int?
    /// Where it begins in the file; nil in an object stream.
    package let offset: Int?
    /// It can be read in one way only, and ends where it should.
    package let isClean: Bool
}
