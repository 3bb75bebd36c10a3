package import Bytes
import Documents
import Dossiers

/// A form that was read, together with the document that it was read from, and where the files that it carries are read.
package struct Form: Sendable {
    package let message: Message
    let document: XMLDocument
    /// The root, or the one element that a signature at the root envelops.
    private let root: XMLElement
    /// Whether a signature stands in the document, whatever it is worth.
    let isSigned: Bool
    private let source: any ByteSource

    /// - Parameter source: the form's bytes.
    init(message: Message, document: XMLDocument, root: XMLElement, isSigned: Bool, source: any ByteSource) {
        self.message = message
        self.document = document
        self.root = root
        self.isSigned = isSigned
        self.source = source
    }

    /// Whether the form carries a file inside for the attachment at `index`.
    func carries(at index: Int) -> Bool { elements[index].first("content") != nil }

    /// The file that the form carries inside for the attachment at `index`; nil where it carries none.
    ///
    /// Throws a `ParseError` where the base64 is none, and what the form's source throws.
    package func carriedFile(at index: Int) throws -> (any ByteSource)? {
        try elements[index].first("content")?.carriedFile(in: source)
    }

    /// The same of the attachment of that name.
    func carriedFile(named name: String) throws -> (any ByteSource)? {
        guard let index = message.attachments.firstIndex(where: { $0.file == name }) else { return nil }
        return try carriedFile(at: index)
    }

    private var elements: [XMLElement] { root.first("attachments")?.children("attachment") ?? [] }
}
