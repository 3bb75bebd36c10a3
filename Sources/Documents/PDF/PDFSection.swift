/// One cross-reference section with its trailer: what one save wrote.
package struct PDFSection: Sendable {
    package enum Form: Sendable { case table, stream, hybrid }

    package let form: Form
    /// Where it begins in the file.
    package let offset: Int
    /// Behind the `%%EOF` that ends it; nil where there is none.
    package var end: Int?
    package var trailer: PDFDictionary
    /// Object numbers and where they lie, in the order of the section; a hybrid's hidden ones stand at the end.
    package var entries: [(number: Int, entry: PDFEntry)]
    /// Written as the standard has it, each number once: no reader takes it otherwise, or gives it up.
    package var isStrict: Bool
    /// The section that it amends.
    package var previous: Int?
}
