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
        // Not by recursion: the depth is the sender's choice.
        var waiting: [(element: XMLElement, parent: Int?, scope: Int)] = [(document.root, nil, 0)]
        var open: [Int] = []
        while let (element, parent, outerScope) = waiting.popLast() {
            while let last = open.last, last != parent {
                nodes[last].end = nodes.count
                open.removeLast()
            }
            let number = nodes.count
            nodes.append(Node(element: element, end: number + 1))
            for value in Self.identifiers(of: element) { identified[value, default: []].append(number) }
            if XMLSignatureElement.isSignature(element) { signatures.append(number) }
            open.append(number)
            let scope = outerScope + element.declaredNamespaces
            canonicalWork += 100 + 2 * scope * scope
            for child in element.children.reversed() { waiting.append((child, number, scope)) }
        }
        for number in open { nodes[number].end = nodes.count }
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
    private static func identifiers(of element: XMLElement) -> Set<String> {
        guard element.attributeNames.contains(where: { $0 == "Id" || $0 == "ID" || $0 == "id" }) else { return [] }
        let xml = element.attribute("id", namespace: "http://www.w3.org/XML/1998/namespace")
        return Set((["Id", "ID", "id"].map(element.attribute) + [xml]).compactMap(\.self))
    }
}
