package import Bytes
import Documents

/// A form that was read, together with the document that it was read from.
package struct Form: Sendable {
    package let message: Message
    private let document: XMLDocument

    init(message: Message, document: XMLDocument) {
        self.message = message
        self.document = document
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
        let bytes = try Base64.decode(content.text)
        guard bytes.count <= limits.fileBytes else {
            throw ParseError(
                .limits, "a file within the form has more than \(limits.fileBytes) bytes", line: content.line)
        }
        return bytes
    }

    private var elements: [XMLElement] { document.root.first("attachments")?.children("attachment") ?? [] }
}
