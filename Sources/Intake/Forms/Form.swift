package import Bytes
import Documents
import Dossiers
import Signatures

/// A form that was read, together with the document that it was read from.
package struct Form: Sendable {
    package let message: Message
    let document: XMLDocument
    /// The root, or the one element that a signature at the root envelops.
    private let root: XMLElement

    init(message: Message, document: XMLDocument, root: XMLElement) {
        self.message = message
        self.document = document
        self.root = root
    }

    /// The positions among the message's attachments whose files are carried inside.
    package var inlineIndices: Set<Int> {
        Set(elements.enumerated().filter { $0.element.first("content") != nil }.map(\.offset))
    }

    /// The bytes of the attachment at `index`; nil where the form does not carry it inside.
    ///
    /// Throws a `ParseError` where the base64 is none, or its file is over the limit.
    package func inlineContent(at index: Int, limits: Limits) throws(ParseError) -> [UInt8]? {
        guard let content = elements[index].first("content") else { return nil }
        let bytes = try Base64.decode(content.textBytes)
        guard bytes.count <= limits.fileBytes else {
            throw ParseError(
                .limits, "a file within the form has more than \(limits.fileBytes) bytes", line: content.line)
        }
        return bytes
    }

    /// The same of the attachment of that name.
    func inlineContent(named name: String, limits: Limits) throws(ParseError) -> [UInt8]? {
        guard let index = message.attachments.firstIndex(where: { $0.file == name }) else { return nil }
        return try inlineContent(at: index, limits: limits)
    }

    /// As it is, with what was found of its signatures.
    func bearing(_ signatures: [SignatureReport]) -> Form {
        Form(message: message.bearing(signatures), document: document, root: root)
    }

    private var elements: [XMLElement] { root.first("attachments")?.children("attachment") ?? [] }
}
