/// Writing as one JSON string what writes itself as a text.
extension Encoder {
    /// Writes a value as a text, in which nothing may need an escape; no string is made of it on the way.
    package func write(text append: (inout [UInt8]) -> Void) throws {
        if let own = self as? JSONNodeEncoder { return own.writing.output.setText(append) }
        var text: [UInt8] = []
        append(&text)
        var container = singleValueContainer()
        try container.encode(String(decoding: text, as: UTF8.self))
    }
}
