/// The text of a value that is being written, to its end so far.
///
/// What is added ends whatever was begun deeper than itself, so nobody has to say when he is done.
struct JSONOutput {
    /// An object or array that has not ended.
    private struct Open {
        let end: UInt8
        /// Where its first member or element begins.
        let start: Int
        var count = 0
        /// How many members the objects around it have so far.
        let outer: Int
    }

    private struct Member {
        /// Between its quotes.
        let key: Range<Int>
        let start: Int
    }

    private(set) var bytes: [UInt8] = []
    private var open: [Open] = []
    /// Those of all open objects.
    private var members: [Member] = []

    /// - Parameter bytes: what the value is written behind.
    init(behind bytes: consuming [UInt8] = []) {
        self.bytes = bytes
        self.bytes.reserveCapacity(self.bytes.count + 1024)
    }

    /// Where a value begins.
    var place: (start: Int, depth: Int) { (bytes.count, open.count) }

    /// Ends the value that began at a place.
    mutating func end(from place: (start: Int, depth: Int)) {
        close(to: place.depth)
        // A type without fields asks for no container.
        if bytes.count == place.start { set("{}") }
    }

    /// Begins the object or array of an encoder that has `depth` others around it, unless it has begun.
    mutating func begin(at depth: Int, asArray: Bool) {
        close(to: depth + 1)
        let end = UInt8(ascii: asArray ? "]" : "}")
        if open.count > depth {
            precondition(open[depth].end == end, "a value is one thing, not two")
        } else {
            bytes.append(UInt8(ascii: asArray ? "[" : "{"))
            open.append(Open(end: end, start: bytes.count, outer: members.count))
        }
    }

    /// Begins a member of the object, or with no key an element of the array, that is the last of `depth`.
    mutating func add(to depth: Int, key: String? = nil) {
        close(to: depth)
        if open[depth - 1].count > 0 { bytes.append(UInt8(ascii: ",")) }
        open[depth - 1].count += 1
        guard let key else { return }
        let start = bytes.count
        quote(key)
        members.append(Member(key: start + 1..<bytes.count - 1, start: start))
        bytes.append(UInt8(ascii: ":"))
    }

    /// Adds a member or element and its value.
    mutating func add(to depth: Int, key: String? = nil, _ value: (inout JSONOutput) -> Void) {
        add(to: depth, key: key)
        value(&self)
    }

    func count(at depth: Int) -> Int { open[depth - 1].count }

    mutating func set(_ text: String) { bytes += text.utf8 }

    mutating func set(_ isSo: Bool) { set(isSo ? "true" : "false") }

    mutating func setNull() { set("null") }

    mutating func set(_ number: Int) { bytes.append(decimal: number) }

    /// Sets a text in which nothing needs an escape.
    mutating func setText(_ append: (inout [UInt8]) -> Void) {
        bytes.append(UInt8(ascii: "\""))
        append(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func quote(_ text: String) { JSONText.quote(text, into: &bytes) }

    private mutating func close(to depth: Int) {
        while open.count > depth {
            let ended = open.removeLast()
            if members.count > ended.outer + 1 { sort(from: ended.outer) }
            members.removeLast(members.count - ended.outer)
            bytes.append(ended.end)
        }
    }

    /// Puts the members from `first` on, which are all of the object that ends here, in the order of their keys.
    private mutating func sort(from first: Int) {
        let own = first..<members.count
        guard own.dropFirst().contains(where: { precedes($0, $0 - 1) }) else { return }
        let start = members[first].start
        var sorted: [UInt8] = []
        sorted.reserveCapacity(bytes.count - start)
        for member in own.sorted(by: precedes) {
            if !sorted.isEmpty { sorted.append(UInt8(ascii: ",")) }
            // Behind each but the last stands a comma.
            let end = member + 1 < members.count ? members[member + 1].start - 1 : bytes.count
            sorted += bytes[members[member].start..<end]
        }
        bytes.replaceSubrange(start..., with: sorted)
    }

    /// Whether the key of one member stands before that of another.
    private func precedes(_ one: Int, _ other: Int) -> Bool {
        let (key, otherKey) = (members[one].key, members[other].key)
        for place in 0..<min(key.count, otherKey.count) {
            let (byte, otherByte) = (bytes[key.lowerBound + place], bytes[otherKey.lowerBound + place])
            if byte != otherByte { return byte < otherByte }
        }
        return key.count < otherKey.count
    }
}
