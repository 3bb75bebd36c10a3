/// A value that is being written: the one tree that all of its encoders fill.
final class JSONWriting {
    let root = 0
    private var tree: JSONTree

    init(sorted: Bool) { tree = JSONTree(sorted: sorted) }

    func write(_ value: some Encodable, into node: Int) throws {
        try value.encode(to: JSONNodeEncoder(tree: self, node: node))
        tree.end(node)
    }

    func begin(_ node: Int, asArray: Bool) { tree.begin(node, asArray: asArray) }
    func child(of node: Int, key: String?) -> Int { tree.child(of: node, key: key) }
    func count(of node: Int) -> Int { tree.count(of: node) }
    func set(_ node: Int, _ text: String) { tree.set(node, text) }
    func setQuoted(_ node: Int, _ text: String) { tree.setQuoted(node, text) }
    func emit(into bytes: inout [UInt8]) { tree.emit(root, into: &bytes) }
}
