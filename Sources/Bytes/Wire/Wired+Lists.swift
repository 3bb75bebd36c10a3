extension Optional: Wired where Wrapped: Wired {
    @inlinable package init(from wire: inout WireReader) throws(ParseError) {
        self = try Bool(from: &wire) ? .some(Wrapped(from: &wire)) : nil
    }

    @inlinable package func write(to wire: inout WireWriter) {
        wire.write(self != nil)
        if let self { wire.write(self) }
    }
}

extension Array: Wired where Element: Wired {
    @inlinable package init(from wire: inout WireReader) throws(ParseError) {
        self = []
        let count = try wire.count(each: MemoryLayout<Element>.stride)
        reserveCapacity(count)
        for _ in 0..<count { append(try wire.value()) }
    }

    @inlinable package func write(to wire: inout WireWriter) {
        wire.write(count: count)
        for element in self { wire.write(element) }
    }
}

/// A table has up to three places for each of its elements.
extension Set: Wired where Element: Wired {
    @inlinable package init(from wire: inout WireReader) throws(ParseError) {
        let count = try wire.count(each: 3 * MemoryLayout<Element>.stride)
        self.init(minimumCapacity: count)
        for _ in 0..<count {
            guard insert(try wire.value()).inserted else { throw wire.refusal("each element once") }
        }
    }

    @inlinable package func write(to wire: inout WireWriter) {
        wire.write(count: count)
        for element in self { wire.write(element) }
    }
}

extension Dictionary: Wired where Key: Wired, Value: Wired {
    @inlinable package init(from wire: inout WireReader) throws(ParseError) {
        let count = try wire.count(each: 3 * MemoryLayout<Element>.stride)
        self.init(minimumCapacity: count)
        for _ in 0..<count {
            let key: Key = try wire.value()
            guard updateValue(try wire.value(), forKey: key) == nil else { throw wire.refusal("each key once") }
        }
    }

    @inlinable package func write(to wire: inout WireWriter) {
        wire.write(count: count)
        for (key, value) in self {
            wire.write(key)
            wire.write(value)
        }
    }
}
