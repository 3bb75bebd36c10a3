import Settings

/// `hoso schema NAME`.
enum SchemaCommand: Command {
    static let name = "schema"
    static let summary = "the schemas that hoso goes by, and an example of every document that may arrive"
    static let usage = "schema [NAME] | schema --example DOCUMENT"
    static let options = [("--example DOCUMENT", "a document by its root element, such as payment")]
    static let notes = """
        Schemas: \(schemas.map(\.name).joined(separator: ", ")).
        Documents: \(ExampleDocuments.all.map(\.name).joined(separator: ", ")).
        """

    private static let schemas: [(name: String, bytes: [UInt8])] = SampleSite.files.compactMap { path, bytes in
        let prefix = "config/schemas/"
        guard path.hasPrefix(prefix), path.hasSuffix(".xsd") else { return nil }
        return (String(path.dropFirst(prefix.count).dropLast(".xsd".count)), bytes)
    }

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let example = try arguments.value("--example")
        let name = arguments.word()
        try finish(arguments)
        if let example {
            try print(example, among: ExampleDocuments.all, as: "document")
        } else if let name {
            try print(name, among: schemas, as: "schema")
        } else {
            Output.result(notes)
        }
        return .done
    }

    private static func print(
        _ name: String, among known: [(name: String, bytes: [UInt8])], as what: String
    ) throws(UsageError) {
        guard let found = known.first(where: { $0.name == name }) else {
            throw UsageError(
                message: "there is no \(what) «\(name)»" + Suggestion.text(for: name, among: known.map(\.name)))
        }
        Output.bytes(found.bytes)
    }
}
