package import Bytes
import CLibXML2
private import Synchronization

/// A parsed XML document: the one owner of libxml2's tree.
///
/// No DTD, no entity but the five of XML, no network, no XInclude; depth, tags and nodes are counted before libxml2 reads.
@safe
package final class XMLDocument: @unchecked Sendable {
    /// The tree is written by nobody after parsing, so threads may read it together.
    let tree: xmlDocPtr
    /// How many bytes it was read from.
    package let byteCount: Int

    private init(tree: xmlDocPtr, byteCount: Int) {
        unsafe self.tree = tree
        self.byteCount = byteCount
    }

    deinit { unsafe xmlFreeDoc(tree) }

    /// Throws a `ParseError`: `empty`, `type`, `encoding`, `dtd`, `depth`, `limits`, `truncated` or `malformed`.
    package static func parse(_ bytes: [UInt8], limits: Limits) throws(ParseError) -> XMLDocument {
        guard bytes.count <= limits.formBytes else {
            throw ParseError(.limits, "\(bytes.count) bytes of XML; at most \(limits.formBytes) are read")
        }
        try XMLEncoding.check(bytes)
        var scan = XMLScan(bytes, limits: limits)
        try scan.check()
        LibXML2.start()

        guard let context = unsafe xmlNewParserCtxt() else { throw ParseError(.limits, "no memory for the parser") }
        defer { unsafe xmlFreeParserCtxt(context) }
        // HUGE lifts limits that are not consistent anyway; ours were checked above.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_HUGE.rawValue
        let tree = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                unsafe xmlCtxtReadMemory(
                    context, characters.baseAddress, Int32(characters.count), nil, nil, Int32(bitPattern: options))
            }
        }
        guard let tree = unsafe tree else { throw unsafe failure(of: context) }
        let document = unsafe XMLDocument(tree: tree, byteCount: bytes.count)
        guard unsafe xmlDocGetRootElement(tree) != nil, unsafe tree.pointee.intSubset == nil else {
            throw ParseError(.malformed, "the document has no root element")
        }
        return document
    }

    package var root: XMLElement {
        guard let node = unsafe xmlDocGetRootElement(tree) else {
            preconditionFailure("a parsed document has a root")
        }
        return unsafe XMLElement(node, of: self)
    }

    private static func failure(of context: xmlParserCtxtPtr) -> ParseError {
        guard let error = unsafe xmlCtxtGetLastError(context) else {
            return ParseError(.malformed, "no well-formed XML")
        }
        let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "no well-formed XML"
        let line = unsafe Int(error.pointee.line)
        let code = unsafe error.pointee.code
        let ended = code == XML_ERR_TAG_NOT_FINISHED.rawValue
        return ParseError(
            ended ? .truncated : .malformed, String(message.prefix(200).filter { !$0.isNewline }), line: max(1, line))
    }
}

/// libxml2's own start, once, before any thread uses it.
enum LibXML2 {
    private static let started: Void = {
        xmlInitParser()
        xmlSchemaInitTypes()
    }()

    static func start() { _ = started }
}
