extension [UInt8] {
    /// Appends the UTF-8 of a text in one piece.
    package mutating func append(text: String) {
        let bytes = text.utf8.span
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
