/// What a signature covers, as its references or its byte range say.
package struct Coverage: Sendable, Codable, Equatable {
    /// The root of the XML form, or every byte of the PDF but the signature itself.
    package var whole: Bool
    /// Attachments that a reference names by file name.
    package var files: [String]
    /// Something that is neither: an element within the form, an earlier revision of the PDF.
    package var part: Bool

    package init(whole: Bool = false, files: [String] = [], part: Bool = false) {
        self.whole = whole
        self.files = files
        self.part = part
    }
}
