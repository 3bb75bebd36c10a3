/// A value that is being written, to which all of its encoders add in turn.
///
/// All that is written is one field of it: each look at a field of a class is checked while the program runs.
final class JSONWriting {
    var output: JSONOutput

    /// - Parameter bytes: what the value is written behind.
    init(sorted: Bool, behind bytes: consuming [UInt8] = []) { output = JSONOutput(sorted: sorted, behind: bytes) }

    func write<Value: Encodable>(_ value: Value) throws {
        if Value.self == [UInt8].self, let own = value as? [UInt8] { return output.set(own) }
        let place = output.place
        try value.encode(to: JSONNodeEncoder(writing: self, depth: place.depth))
        output.end(from: place)
    }
}
