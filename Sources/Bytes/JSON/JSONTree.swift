/// A value on its way into JSON: a flat tree, whose texts lie one behind the other in one array.
struct JSONTree {
    private struct Node {
        enum Kind { case nothing, text, object, array }

        var kind = Kind.nothing
        /// Of a member of an object, in `texts`.
        var key = 0..<0
        /// The written form of what is neither object nor array, in `texts`.
        var text = 0..<0
        var firstChild = -1
        var lastChild = -1
        var next = -1
    }

    private let isSorted: Bool
    private var nodes = [Node()]
    private var texts: [UInt8] = []

    init(sorted: Bool) {
        isSorted = sorted
        nodes.reserveCapacity(64)
        texts.reserveCapacity(1024)
    }

    /// A type without fields asks for no container.
    mutating func end(_ node: Int) {
        if nodes[node].kind == .nothing { nodes[node].kind = .object }
    }

    mutating func begin(_ node: Int, asArray: Bool) {
        let kind: Node.Kind = asArray ? .array : .object
        precondition(nodes[node].kind == .nothing || nodes[node].kind == kind, "a value is one thing, not two")
        nodes[node].kind = kind
    }

    /// A new member of an object, or with no key of an array.
    mutating func child(of node: Int, key: String?) -> Int {
        let child = nodes.count
        var made = Node()
        if let key {
            let start = texts.count
            texts += key.utf8
            made.key = start..<texts.count
        }
        nodes.append(made)
        if nodes[node].lastChild < 0 {
            nodes[node].firstChild = child
        } else {
            nodes[nodes[node].lastChild].next = child
        }
        nodes[node].lastChild = child
        return child
    }

    func count(of node: Int) -> Int { children(of: node).count }

    mutating func set(_ node: Int, _ text: String) {
        let start = texts.count
        texts += text.utf8
        nodes[node].text = start..<texts.count
        nodes[node].kind = .text
    }

    mutating func setQuoted(_ node: Int, _ text: String) {
        let start = texts.count
        Self.quote(text.utf8, into: &texts)
        nodes[node].text = start..<texts.count
        nodes[node].kind = .text
    }

    func emit(_ node: Int, into bytes: inout [UInt8]) {
        switch nodes[node].kind {
        case .nothing: bytes += "null".utf8
        case .text: bytes += texts[nodes[node].text]
        case .array:
            bytes.append(UInt8(ascii: "["))
            var child = nodes[node].firstChild
            while child >= 0 {
                emit(child, into: &bytes)
                child = nodes[child].next
                if child >= 0 { bytes.append(UInt8(ascii: ",")) }
            }
            bytes.append(UInt8(ascii: "]"))
        case .object:
            bytes.append(UInt8(ascii: "{"))
            var members = children(of: node)
            if isSorted {
                members.sort { texts[nodes[$0].key].lexicographicallyPrecedes(texts[nodes[$1].key]) }
            }
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.quote(texts[nodes[member].key], into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                emit(member, into: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private func children(of node: Int) -> [Int] {
        var found: [Int] = []
        var child = nodes[node].firstChild
        while child >= 0 {
            found.append(child)
            child = nodes[child].next
        }
        return found
    }

    private static func quote(_ text: some Sequence<UInt8>, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0..<0x20: bytes += "\\u00\(Hexadecimal.encode([byte]))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
