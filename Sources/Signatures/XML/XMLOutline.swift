import Documents

/// The elements of a document in their order, each with where its descendants end, so that «lies within» is two comparisons.
struct XMLOutline {
    struct Node {
        let element: XMLElement
        /// The first number behind the last descendant.
        var end: Int
    }

    private(set) var nodes: [Node] = []
    /// Which elements have an `Id` of that value; more than one is an attack or a mistake.
    private(set) var identified: [String: [Int]] = [:]
    /// Those that call themselves signatures, in the order of the document.
    private(set) var signatures: [Int] = []
    /// What one canonicalisation of the document costs beside its bytes, in bytes: libxml2 compares, for every element, each
    /// namespace in scope with each other (XS27).
    private(set) var canonicalWork = 0

    init(_ document: XMLDocument) {
        nodes.reserveCapacity(64)
        // Not by recursion: the depth is the sender's choice.
        var open: [(number: Int, scope: Int)] = []
        var next: XMLElement? = document.root
        while let element = next {
            let scope = (open.last?.scope ?? 0) + element.declaredNamespaces
            open.append((nodes.count, scope))
            add(element, scope: scope)
            next = element.firstChild
            // Behind the last child, on with what follows its parent.
            while next == nil, let last = open.popLast() {
                nodes[last.number].end = nodes.count
                if !open.isEmpty { next = nodes[last.number].element.nextSibling }
            }
        }
    }

    private mutating func add(_ element: XMLElement, scope: Int) {
        let number = nodes.count
        nodes.append(Node(element: element, end: number + 1))
        for value in Self.identifiers(of: element) { identified[value, default: []].append(number) }
        if XMLSignatureElement.isSignature(element) { signatures.append(number) }
        canonicalWork += 100 + 2 * scope * scope
    }

    /// Whether `inner` is `outer` or one of its descendants.
    func contains(_ outer: Int, _ inner: Int) -> Bool { inner >= outer && inner < nodes[outer].end }

    /// The children of a node, by their numbers.
    func children(of number: Int) -> [Int] {
        var children: [Int] = []
        var next = number + 1
        while next < nodes[number].end {
            children.append(next)
            next = nodes[next].end
        }
        return children
    }

    /// What verifiers take for an identifier, without a schema to say so; each value once.
    private static func identifiers(of element: XMLElement) -> [String] {
        guard element.hasAttribute(likeName: "id") else { return [] }
        let xml = element.attribute("id", namespace: "http://www.w3.org/XML/1998/namespace")
        var values: [String] = []
        for case let value? in [element.attribute("Id"), element.attribute("ID"), element.attribute("id"), xml]
        where !values.contains(value) { values.append(value) }
        return values
    }
}
