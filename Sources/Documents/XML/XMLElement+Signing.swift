import CLibXML2

extension XMLElement {
    /// Whether nothing but text stands in it: no element, comment or instruction, at which readers part ways (XS13).
    package var isPlainText: Bool {
        var child = unsafe node.pointee.children
        while let current = unsafe child {
            let type = unsafe current.pointee.type
            guard type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE else { return false }
            unsafe child = unsafe current.pointee.next
        }
        return true
    }

    /// How many namespaces its own tag declares.
    package var declaredNamespaces: Int {
        var count = 0
        var namespace = unsafe node.pointee.nsDef
        while let current = unsafe namespace {
            count += 1
            unsafe namespace = unsafe current.pointee.next
        }
        return count
    }

    /// This element and those within it that fit, in the order of the document.
    package func descendantsAndSelf(where fits: (XMLElement) -> Bool) -> [XMLElement] {
        var found: [XMLElement] = []
        var waiting = [self]
        while let element = waiting.popLast() {
            if fits(element) { found.append(element) }
            waiting += element.children.reversed()
        }
        return found
    }
}
