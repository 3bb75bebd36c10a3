/// A value that is being written, to which all of its encoders add in turn.
///
/// All that is written is one field of it: each look at a field of a class is checked while the program runs.
final class JSONWriting {
    var output: JSONOutput

    /// - Parameter bytes: what the value is written behind.
    init(behind bytes: consuming [UInt8] = []) { output = JSONOutput(behind: bytes) }

    func write(_ value: some Encodable) throws {
        let place = output.place
        try value.encode(to: JSONNodeEncoder(writing: self, depth: place.depth))
        output.end(from: place)
    }
}
