import CLibXML2

/// Elements by their names, compared where libxml2 has them in memory.
extension XMLElement {
    package func isNamed(_ name: String, in namespace: String) -> Bool { unsafe Self.isNamed(node, name, namespace) }

    /// The child elements of that name and namespace, in order.
    package func children(_ name: String, in namespace: String) -> [XMLElement] {
        unsafe children { unsafe Self.isNamed($0, name, namespace) }
    }

    /// The child elements of that name, in this element's own namespace.
    package func children(_ name: String) -> [XMLElement] {
        unsafe XMLText.lend(name) { name in unsafe children { unsafe isNamed($0, name) } }
    }

    package func first(_ name: String) -> XMLElement? {
        unsafe XMLText.lend(name) { name in
            var child = unsafe xmlFirstElementChild(node)
            while let current = unsafe child, unsafe !isNamed(current, name) {
                unsafe child = unsafe xmlNextElementSibling(current)
            }
            return unsafe element(child)
        }
    }

    private func children(where fits: (xmlNodePtr) -> Bool) -> [XMLElement] {
        var found: [XMLElement] = []
        var child = unsafe xmlFirstElementChild(node)
        while let current = unsafe child {
            if unsafe fits(current), let element = unsafe element(current) { found.append(element) }
            unsafe child = unsafe xmlNextElementSibling(current)
        }
        return found
    }

    private static func isNamed(_ node: xmlNodePtr, _ name: String, _ namespace: String) -> Bool {
        guard unsafe XMLText.lend(name, { unsafe xmlStrEqual(node.pointee.name, $0) }) != 0,
            let own = unsafe node.pointee.ns
        else { return false }
        return unsafe XMLText.lend(namespace) { unsafe xmlStrEqual(own.pointee.href, $0) } != 0
    }

    /// Whether another has that name in this element's namespace.
    private func isNamed(_ other: xmlNodePtr, _ name: UnsafePointer<xmlChar>?) -> Bool {
        guard unsafe xmlStrEqual(other.pointee.name, name) != 0 else { return false }
        let (own, theirs) = unsafe (node.pointee.ns, other.pointee.ns)
        return unsafe own == theirs || xmlStrEqual(own?.pointee.href, theirs?.pointee.href) != 0
    }
}
