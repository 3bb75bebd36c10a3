import Bytes
import Documents
import Dossiers

/// Reading of values that the schema has already promised; a site's own schema may promise less, so each is asked for.
extension XMLElement {
    func required(_ name: String) throws(ParseError) -> XMLElement {
        guard let child = first(name) else {
            throw ParseError(.schema, "«\(self.name)» has no «\(name)»", line: line)
        }
        return child
    }

    func requiredAttribute(_ name: String) throws(ParseError) -> String {
        guard let value = attribute(name) else {
            throw ParseError(.schema, "«\(self.name)» has no attribute «\(name)»", line: line)
        }
        return value
    }

    /// The text without the white space around it.
    var trimmed: String {
        var slice = Substring(text)
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return String(slice)
    }

    func moment() throws(ParseError) -> Moment {
        guard let moment = Moment(trimmed) else {
            throw ParseError(.schema, "a time with its offset such as 2026-11-23T08:15:00+07:00 expected", line: line)
        }
        return moment
    }
}
