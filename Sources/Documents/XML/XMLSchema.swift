package import Bytes
import CLibXML2

/// A schema that was read once; validating with it changes nothing in it, so threads share it.
@safe
package final class XMLSchema: @unchecked Sendable {
    let schema: xmlSchemaPtr
    /// As it was read, for another process to read it again.
    package let source: [UInt8]

    /// Throws a `ParseError` where the text is no schema; `name` stands in the message.
    package init(_ text: [UInt8], name: String) throws(ParseError) {
        LibXML2.start()
        let collector = ProblemCollector(most: 1)
        let schema: xmlSchemaPtr? = unsafe text.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                guard
                    let context = unsafe xmlSchemaNewMemParserCtxt(characters.baseAddress, Int32(characters.count))
                else { return nil }
                defer { unsafe xmlSchemaFreeParserCtxt(context) }
                unsafe xmlSchemaSetParserStructuredErrors(
                    context, ProblemCollector.callback, Unmanaged.passUnretained(collector).toOpaque())
                return unsafe xmlSchemaParse(context)
            }
        }
        guard let schema = unsafe schema else {
            let problem = collector.problems.first
            throw ParseError(.schema, "\(name): \(problem?.message ?? "no schema")", line: problem?.line)
        }
        unsafe self.schema = schema
        source = text
    }

    deinit { unsafe xmlSchemaFree(schema) }
}

extension XMLDocument {
    /// What the schema does not allow in this document, in the order of lines; nothing is fetched for it.
    package func problems(against schema: XMLSchema, limits: Limits) -> [XMLProblem] {
        problems(of: root, against: schema, limits: limits)
    }

    /// The same of one of its elements, as if it were the root.
    package func problems(of element: XMLElement, against schema: XMLSchema, limits: Limits) -> [XMLProblem] {
        LibXML2.start()
        guard let context = unsafe xmlSchemaNewValidCtxt(schema.schema) else {
            return [XMLProblem(line: 1, message: "no memory to validate")]
        }
        defer { unsafe xmlSchemaFreeValidCtxt(context) }
        let collector = ProblemCollector(most: limits.xmlProblems)
        unsafe xmlSchemaSetValidStructuredErrors(
            context, ProblemCollector.callback, Unmanaged.passUnretained(collector).toOpaque())
        let result = withExtendedLifetime(collector) {
            element.isSame(as: root)
                ? unsafe xmlSchemaValidateDoc(context, tree)
                : unsafe xmlSchemaValidateOneElement(context, element.node)
        }
        if result != 0, collector.problems.isEmpty {
            return [XMLProblem(line: 1, message: "the document is not valid by the schema")]
        }
        return collector.problems
    }
}

/// Takes down what libxml2 reports, as much as the limit allows.
final class ProblemCollector {
    private(set) var problems: [XMLProblem] = []
    private let most: Int

    init(most: Int) { self.most = most }

    static let callback: xmlStructuredErrorFunc = { user, error in
        guard let user = unsafe user, let error = unsafe error else { return }
        let collector = unsafe Unmanaged<ProblemCollector>.fromOpaque(user).takeUnretainedValue()
        unsafe collector.take(error.pointee)
    }

    private func take(_ error: xmlError) {
        guard problems.count < most else { return }
        let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
        let oneLine = message.split(whereSeparator: \.isNewline).joined(separator: " ")
            // A namespace before a name; neither the set of what is allowed, nor how often a pattern repeats.
            .replacing(#/\{(?![0-9,]*\})[^}'"]*\}([\p{L}_][\w.-]*)/#) { "<\($0.1)>" }
        unsafe problems.append(XMLProblem(line: max(1, Int(error.line)), message: String(oneLine.prefix(300))))
    }
}
