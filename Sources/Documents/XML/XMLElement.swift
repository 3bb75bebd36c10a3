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
        unsafe XMLText.lend(name) { name in
            guard let attribute = unsafe xmlHasNsProp(node, name, nil) else { return nil }
            guard let text = unsafe attribute.pointee.children else { return "" }
            if let content = unsafe text.pointee.content, unsafe text.pointee.type == XML_TEXT_NODE,
                unsafe text.pointee.next == nil
            {
                return unsafe XMLText.string(content)
            }
            // In pieces, as where a reference stands in it.
            guard let value = unsafe xmlGetNoNsProp(node, name) else { return nil }
            defer { unsafe hoso_xml_free(value) }
            return unsafe XMLText.string(value)
        }
    }

    package func attribute(_ name: String, namespace: String) -> String? {
        guard let value = unsafe xmlGetNsProp(node, name, namespace) else { return nil }
        defer { unsafe hoso_xml_free(value) }
        return unsafe XMLText.string(value)
    }

    /// Whether it has an attribute of that local name, in whichever namespace and case.
    package func hasAttribute(likeName name: String) -> Bool {
        guard unsafe node.pointee.properties != nil else { return false }
        return unsafe XMLText.lend(name) { name in
            var attribute = unsafe node.pointee.properties
            while let current = unsafe attribute {
                if unsafe xmlStrcasecmp(current.pointee.name, name) == 0 { return true }
                unsafe attribute = unsafe current.pointee.next
            }
            return false
        }
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
        var child = firstChild
        while let element = child {
            elements.append(element)
            child = element.nextSibling
        }
        return elements
    }

    package var firstChild: XMLElement? { unsafe element(xmlFirstElementChild(node)) }

    package var nextSibling: XMLElement? { unsafe element(xmlNextElementSibling(node)) }

    /// Another of the same document; nil for none.
    func element(_ node: xmlNodePtr?) -> XMLElement? {
        unsafe node.map { unsafe XMLElement($0, of: document) }
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
    package var text: String {
        if let only = unsafe node.pointee.children, unsafe only.pointee.next == nil,
            unsafe only.pointee.type == XML_TEXT_NODE, let content = unsafe only.pointee.content
        {
            return unsafe XMLText.string(content)
        }
        return String(decoding: textBytes, as: UTF8.self)
    }

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
