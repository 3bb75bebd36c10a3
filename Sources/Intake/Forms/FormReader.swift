package import Bytes
package import Documents
import Dossiers
private import Signatures

/// Reads an XML form package: safe XML, valid by the schema, and every value what it claims to be.
package struct FormReader: Sendable {
    /// The namespace of everything that arrives.
    package static let namespace = "urn:hoso:package:1"

    private let schema: XMLSchema?
    private let limits: Limits

    /// - Parameter schema: nil for what was valid once, by the schema of its day.
    package init(schema: XMLSchema?, limits: Limits) {
        self.schema = schema
        self.limits = limits
    }

    /// Reads the form whole, but for its signatures, which `verified` looks at once the files beside it are known.
    ///
    /// Throws a `ParseError` that names the line: `dtd`, `malformed`, `schema`, `text`, `path` and the like.
    ///
    /// - Parameter source: where the files that the form carries are read later, if not from its bytes in memory.
    package func read(_ bytes: [UInt8], in source: (any ByteSource)? = nil) throws(ParseError) -> Form {
        var document = try XMLDocument.outline(bytes, limits: limits)
        // What signatures cover is canonicalised with all that it carries.
        if document.isOutline, XMLSignatures.areThere(in: document) {
            document = try XMLDocument.parse(bytes, limits: limits)
        }
        guard let root = XMLFormElement.find(in: document) else {
            throw ParseError(.schema, "a signature that envelops one form expected", line: document.root.line)
        }
        guard root.namespace == Self.namespace else {
            throw ParseError(.schema, "the root is not of namespace \(Self.namespace)", line: root.line)
        }
        if let schema, let problem = document.problems(of: root, against: schema, limits: limits).first {
            throw ParseError(.schema, problem.message, line: problem.line)
        }
        let isSigned = try XMLSignatures.judge(document, limits: limits)
        // What is shorter than a field may be has none that is too long, and where no byte may mislead no text does.
        if bytes.count > limits.xmlFieldBytes || !PlainText.isAll(of: bytes) { try checkText(of: root) }
        let message: Message =
            switch root.name {
            case "submission": .submission(try submission(root))
            case "feedback": .feedback(try messages.feedback(root))
            case "yearlyReport": .yearlyReport(try messages.yearlyReport(root))
            default: .followUp(try messages.followUp(root))
            }
        return Form(
            message: message, document: document, root: root, isSigned: isSigned,
            source: source ?? MemorySource(bytes))
    }

    private func submission(_ root: XMLElement) throws(ParseError) -> Submission {
        let procedure = try root.required("procedure")
        let submittedAt = try root.required("submittedAt")
        let delivery = try root.required("resultDelivery")
        guard let level = Int(try procedure.requiredAttribute("level")) else {
            throw ParseError(.schema, "a level is 2, 3 or 4", line: procedure.line)
        }
        guard let resultDelivery = ResultDelivery(rawValue: delivery.trimmed) else {
            throw ParseError(.schema, "resultDelivery is online, counter or post", line: delivery.line)
        }
        let id = try root.requiredAttribute("id")
        // The portal's states are named by code or by id, so one must not be taken for the other.
        guard DossierCode(id) == nil else {
            throw ParseError(.schema, "the id of a submission reads as a dossier's code", line: root.line)
        }
        var submission = Submission(
            id: id, procedure: try procedure.requiredAttribute("code"), level: level,
            submitter: try submitter(try root.required("submitter")), submittedAt: try submittedAt.moment(),
            resultDelivery: resultDelivery,
            forms: root.children("form").compactMap { $0.token("component") },
            attachments: try root.attachments(limits: limits), signatures: [])
        submission.ticked = root.tickedFields
        return submission
    }

    private func submitter(_ element: XMLElement) throws(ParseError) -> Submitter {
        var submitter = Submitter(
            account: element.account,
            name: PersonalText(try element.required("name").trimmed))
        submitter.idNumber = PersonalText(element.first("idNumber")?.trimmed)
        submitter.organization = PersonalText(element.first("organization")?.trimmed)
        submitter.taxCode = PersonalText(element.first("taxCode")?.trimmed)
        submitter.phone = PersonalText(element.first("phone")?.trimmed)
        submitter.email = PersonalText(element.first("email")?.trimmed)
        submitter.address = PersonalText(element.first("address")?.trimmed)
        return submitter
    }

    private var messages: MessageReader { MessageReader(limits: limits) }

    /// Every text and attribute outside signatures and carried files shows as what it is.
    private func checkText(of element: XMLElement) throws(ParseError) {
        for name in element.attributeNames where name != "file" {
            if let value = element.attribute(name) { _ = try PlainText.checked(value, line: element.line) }
        }
        let children = element.children
        guard children.isEmpty else {
            for child in children where child.namespace == Self.namespace && child.name != "content" {
                try checkText(of: child)
            }
            return
        }
        let text = try PlainText.checked(element.text, line: element.line)
        guard text.utf8.count <= limits.xmlFieldBytes else {
            throw ParseError(.limits, "a field has more than \(limits.xmlFieldBytes) bytes", line: element.line)
        }
    }
}
