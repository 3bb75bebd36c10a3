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
        guard let value = token(name) else {
            throw ParseError(.schema, "«\(self.name)» has no attribute «\(name)»", line: line)
        }
        return value
    }

    /// The text without the white space around it.
    var trimmed: String {
        let text = text
        // Nearly all begins and ends with a letter or a digit, and is taken as it is.
        if let first = text.utf8.first, let last = text.utf8.last, Self.isVisible(first), Self.isVisible(last) {
            return text
        }
        var slice = Substring(text)
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return String(slice)
    }

    /// An attribute as the schema's types see it: without white space around it, and with one blank for any within.
    func token(_ name: String) -> String? {
        guard let value = attribute(name) else { return nil }
        guard value.hasByte(where: Self.isBlank) else { return value }
        return value.utf8.split(whereSeparator: Self.isBlank).map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: " ")
    }

    /// A character of ASCII that shows.
    private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// Of the citizen who was logged in; an empty one is none.
    var account: PersonalText? { token("account").flatMap { $0.isEmpty ? nil : PersonalText($0) } }

    /// The names of the fields that say yes, by the component of their form.
    var tickedFields: [String: Set<String>] {
        Dictionary(
            children("form").map { form in
                let ticked = form.children("field").filter { Self.saysYes($0.trimmed) }
                return (form.token("component") ?? "", Set(ticked.compactMap { $0.attribute("name") }))
            }
        ) { $0.union($1) }
    }

    private static func saysYes(_ text: String) -> Bool {
        text.utf8.count <= mostOfYes && yes.contains(text.lowercased())
    }

    /// In bytes; the longest, with all its marks apart, has three fewer.
    private static let mostOfYes = 16
    private static let yes: Set<String> = ["true", "1", "x", "có", "đồng ý", "yes", "on"]

    /// The sender's own time.
    var sentAt: Moment? { token("at").flatMap { Moment($0) } }

    func dossierCode() throws(ParseError) -> DossierCode {
        guard let code = DossierCode(trimmed) else {
            throw ParseError(.schema, "a dossier code such as 000.00.10.H34-261123-0001 expected", line: line)
        }
        return code
    }

    func boolean() throws(ParseError) -> Bool {
        switch trimmed {
        case "true", "1": return true
        case "false", "0": return false
        default: throw ParseError(.schema, "true or false expected", line: line)
        }
    }

    func momentOrDay() throws(ParseError) -> MomentOrDay {
        if let moment = Moment(trimmed) { return .moment(moment) }
        if let day = Day(trimmed) { return .day(day) }
        throw ParseError(.schema, "a day such as 2026-11-23, or a time with its offset, expected", line: line)
    }

    /// The texts of all children of that name.
    func texts(_ name: String, limits: Limits) throws(ParseError) -> [String] {
        let elements = children(name)
        guard elements.count <= limits.files else {
            throw ParseError(.limits, "«\(name)» stands more than \(limits.files) times", line: line)
        }
        return elements.map(\.trimmed)
    }

    /// The attachments that a form names.
    ///
    /// A file that it carries inside has a name of its own: a signature's reference by that name means one file (XS28).
    func attachments(limits: Limits) throws(ParseError) -> [DeclaredAttachment] {
        var declared: [DeclaredAttachment] = []
        var isCarried: [String: Bool] = [:]
        for element in first("attachments")?.children("attachment") ?? [] {
            let name = try AttachmentName.checked(
                element.attribute("file") ?? "", line: element.line, limits: limits)
            let carries = element.first("content") != nil
            if let before = isCarried.updateValue(carries, forKey: name), before || carries {
                throw ParseError(.duplicate, "a file within the form has the name of another", line: element.line)
            }
            var attachment = DeclaredAttachment(component: try element.requiredAttribute("component"), file: name)
            attachment.size = element.token("size").flatMap { Int($0) }
            attachment.sha256 = element.token("sha256").flatMap { Digest(hexadecimal: $0) }
            attachment.isCarried = carries ? true : nil
            attachment.certifiedBy = element.token("certifiedBy")
            attachment.certifiedOn = element.token("certifiedOn").flatMap { Day($0) }
            declared.append(attachment)
            guard declared.count <= limits.files else {
                throw ParseError(.limits, "a form names more than \(limits.files) attachments", line: element.line)
            }
        }
        return declared
    }

    func moment() throws(ParseError) -> Moment {
        guard let moment = Moment(trimmed) else {
            throw ParseError(.schema, "a time with its offset such as 2026-11-23T08:15:00+07:00 expected", line: line)
        }
        return moment
    }
}
