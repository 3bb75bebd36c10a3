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
    /// By the address of the element; written, like the tree, by nobody after parsing.
    private var leftOut: [UInt: Range<Int>] = [:]

    private init(tree: xmlDocPtr, byteCount: Int) {
        unsafe self.tree = tree
        self.byteCount = byteCount
    }

    deinit { unsafe xmlFreeDoc(tree) }

    /// Throws a `ParseError`: `empty`, `type`, `encoding`, `dtd`, `depth`, `limits`, `truncated` or `malformed`.
    package static func parse(_ bytes: [UInt8], limits: Limits) throws(ParseError) -> XMLDocument {
        _ = try scanned(bytes, limits: limits)
        return try read(bytes, byteCount: bytes.count)
    }

    /// The same without the files that elements named `content` carry: libxml2 never sees their text, but for its line ends.
    ///
    /// Where it stands, `XMLElement.leftOutText` says; text with references, comments or sections in it stays in the tree.
    package static func outline(_ bytes: [UInt8], limits: Limits) throws(ParseError) -> XMLDocument {
        let carried = try scanned(bytes, limits: limits).carried
        guard carried.contains(where: { $0 != nil }) else { return try read(bytes, byteCount: bytes.count) }
        var outline: [UInt8] = []
        var kept = 0
        for range in carried.compactMap(\.self) {
            outline += bytes[kept..<range.lowerBound]
            kept = range.upperBound
            var rest = bytes[range]
            // So that the line of everything behind it stays the same.
            while let end = rest.firstOffset(of: Array("\n".utf8)) {
                outline.append(UInt8(ascii: "\n"))
                rest = rest[(end + 1)...]
            }
        }
        outline += bytes[kept...]
        return try read(outline, byteCount: bytes.count, carried: carried)
    }

    /// Throws where what was counted before libxml2 reads is over a limit.
    private static func scanned(_ bytes: [UInt8], limits: Limits) throws(ParseError) -> XMLScan {
        guard bytes.count <= limits.formBytes else {
            throw ParseError(.limits, "\(bytes.count) bytes of XML; at most \(limits.formBytes) are read")
        }
        try XMLEncoding.check(bytes)
        var scan = XMLScan(bytes, limits: limits)
        try scan.check()
        return scan
    }

    private static func read(
        _ bytes: [UInt8], byteCount: Int, carried: [Range<Int>?] = []
    ) throws(ParseError) -> XMLDocument {
        LibXML2.start()
        guard let context = unsafe xmlNewParserCtxt() else { throw ParseError(.limits, "no memory for the parser") }
        defer { unsafe xmlFreeParserCtxt(context) }
        // HUGE lifts limits that are not consistent anyway; ours were checked above.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_COMPACT.rawValue
        let tree = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                unsafe xmlCtxtReadMemory(
                    context, characters.baseAddress, Int32(characters.count), nil, nil, Int32(bitPattern: options))
            }
        }
        guard let tree = unsafe tree else { throw unsafe failure(of: context) }
        let document = unsafe XMLDocument(tree: tree, byteCount: byteCount)
        guard unsafe xmlDocGetRootElement(tree) != nil, unsafe tree.pointee.intSubset == nil else {
            throw ParseError(.malformed, "the document has no root element")
        }
        if !carried.isEmpty { try document.leaveOut(carried) }
        return document
    }

    /// Takes down where the text stands that was left out of each element that carries a file.
    private func leaveOut(_ carried: [Range<Int>?]) throws(ParseError) {
        var elements: [XMLElement] = []
        gatherCarriers(root, &elements)
        guard elements.count == carried.count else {
            throw ParseError(.malformed, "\(carried.count) elements with content expected, \(elements.count) found")
        }
        for (element, range) in zip(elements, carried) { leftOut[element.address] = range }
    }

    /// Named as `XMLScan` knows them, whether or not their prefix stands for anything.
    private func gatherCarriers(_ element: XMLElement, _ found: inout [XMLElement]) {
        let name = element.name
        if name == "content" || name.hasSuffix(":content") { found.append(element) }
        for child in element.children { gatherCarriers(child, &found) }
    }

    /// Whether the text of any element was left out.
    package var isOutline: Bool { !leftOut.isEmpty }

    /// Where in the document's bytes the text of the element stands that is not in the tree; nil where all of it is.
    func leftOutText(of element: XMLElement) -> Range<Int>? { leftOut[element.address] }

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
