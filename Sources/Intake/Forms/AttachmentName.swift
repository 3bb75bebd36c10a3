package import Bytes

/// The name that a form gives to an attachment: one plain file name, never a path.
package enum AttachmentName {
    /// Throws a `ParseError` with code `path` for anything that could name another place, or nothing.
    package static func checked(_ name: String, line: Int, limits: Limits) throws(ParseError) -> String {
        func refuse(_ why: String) -> ParseError { ParseError(.path, "an attachment's name \(why)", line: line) }
        guard !name.isEmpty else { throw refuse("is empty") }
        guard name.utf8.count <= limits.nameBytes else { throw refuse("has more than \(limits.nameBytes) bytes") }
        guard !name.hasPrefix(".") else { throw refuse("begins with a dot") }
        for scalar in name.unicodeScalars {
            if scalar == "/" || scalar == "\\" || scalar == ":" { throw refuse("holds a path separator") }
            if scalar.value < 0x20 || PlainText.misleads(scalar) { throw refuse("holds a character that hides") }
        }
        guard name.last?.isWhitespace != true, name.first?.isWhitespace != true else {
            throw refuse("begins or ends with a blank")
        }
        return name
    }
}
