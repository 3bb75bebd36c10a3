import CLibXML2

/// An element of a document, which it keeps alive.
@safe
package struct XMLElement: @unchecked Sendable {
    let node: xmlNodePtr
    private let document: XMLDocument

    init(_ node: xmlNodePtr, of document: XMLDocument) {
        unsafe self.node = node
        self.document = document
    }

    /// The local name.
    package var name: String { unsafe node.pointee.name.map { unsafe XMLText.string($0) } ?? "" }

    package var namespace: String? {
        guard let namespace = unsafe node.pointee.ns, let href = unsafe namespace.pointee.href else { return nil }
        return unsafe XMLText.string(href)
    }

    /// Counted from 1.
    package var line: Int { unsafe xmlGetLineNo(node) }

    /// The value of an attribute without a namespace.
    package func attribute(_ name: String) -> String? {
        guard let value = unsafe XMLText.lend(name, { unsafe xmlGetNoNsProp(node, $0) }) else { return nil }
        defer { unsafe hoso_xml_free(value) }
        return unsafe XMLText.string(value)
    }

    package func attribute(_ name: String, namespace: String) -> String? {
        guard let value = unsafe xmlGetNsProp(node, name, namespace) else { return nil }
        defer { unsafe hoso_xml_free(value) }
        return unsafe XMLText.string(value)
    }

    /// The local names of all attributes, in the order in which they stand.
    package var attributeNames: [String] {
        var names: [String] = []
        var attribute = unsafe node.pointee.properties
        while let current = unsafe attribute {
            if let name = unsafe current.pointee.name { unsafe names.append(XMLText.string(name)) }
            unsafe attribute = unsafe current.pointee.next
        }
        return names
    }

    /// The child elements, in order.
    package var children: [XMLElement] {
        var elements: [XMLElement] = []
        elements.reserveCapacity(unsafe Int(xmlChildElementCount(node)))
        var child = unsafe node.pointee.children
        while let current = unsafe child {
            if unsafe current.pointee.type == XML_ELEMENT_NODE {
                unsafe elements.append(XMLElement(current, of: document))
            }
            unsafe child = unsafe current.pointee.next
        }
        return elements
    }

    /// The child elements of that name, in this element's own namespace.
    package func children(_ name: String) -> [XMLElement] { children.filter { $0.isNamed(name, beside: self) } }

    package func first(_ name: String) -> XMLElement? { children.first { $0.isNamed(name, beside: self) } }

    private func isNamed(_ name: String, beside other: XMLElement) -> Bool {
        guard unsafe XMLText.lend(name, { unsafe xmlStrEqual(node.pointee.name, $0) }) != 0 else { return false }
        let (own, theirs) = unsafe (node.pointee.ns, other.node.pointee.ns)
        return unsafe own == theirs || xmlStrEqual(own?.pointee.href, theirs?.pointee.href) != 0
    }

    package var parent: XMLElement? {
        guard let parent = unsafe node.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else {
            return nil
        }
        return unsafe XMLElement(parent, of: document)
    }

    /// Where its text stands in the bytes of a document that is an outline; nil where the tree has it.
    package var leftOutText: Range<Int>? { document.leftOutText(of: self) }

    /// Where libxml2 has it in memory, which no other element of the document shares.
    var address: UInt { unsafe UInt(bitPattern: node) }

    package func isSame(as other: XMLElement) -> Bool { unsafe node == other.node }

    /// All text below, CDATA joined to it; comments and instructions are passed over (XP13).
    package var text: String { String(decoding: textBytes, as: UTF8.self) }

    package var textBytes: [UInt8] {
        var bytes: [UInt8] = []
        unsafe gather(node, &bytes)
        return bytes
    }

    private func gather(_ node: xmlNodePtr, _ bytes: inout [UInt8]) {
        var child = unsafe node.pointee.children
        while let current = unsafe child {
            switch unsafe current.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = unsafe current.pointee.content {
                    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
                }
            case XML_ELEMENT_NODE: unsafe gather(current, &bytes)
            default: break
            }
            unsafe child = unsafe current.pointee.next
        }
    }
}

/// Text of libxml2's, which is UTF-8 that the parser has checked.
enum XMLText {
    /// Lends libxml2 a text as it lies in memory; where one is asked for as an argument the language makes a copy.
    static func lend<Result>(_ text: String, _ body: (UnsafePointer<xmlChar>?) -> Result) -> Result {
        unsafe text.withCString { characters in
            unsafe characters.withMemoryRebound(to: xmlChar.self, capacity: 1) { unsafe body($0) }
        }
    }

    static func string(_ text: UnsafePointer<xmlChar>) -> String {
        unsafe String(decoding: UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))), as: UTF8.self)
    }
}
