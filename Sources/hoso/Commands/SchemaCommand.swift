import Settings

/// `hoso schema NAME`.
enum SchemaCommand: Command {
    static let name = "schema"
    static let summary = "the schemas that hoso goes by, and an example of every document that may arrive or leave"
    static let usage = "schema [NAME] | schema --example DOCUMENT"
    static let options = [("--example DOCUMENT", "a document by its root element, such as payment")]
    static let notes = """
        Schemas of the configuration: \(list(schemas.map(\.name).filter { !ofDocuments.contains($0) })).
        Schemas of documents: \(list(ofDocuments)).
        Documents that arrive (package): \(list(ExampleDocuments.arriving.map(\.name))).
        Documents that leave: \(list(ExampleDocuments.leaving.map { "\($0.name) (\($0.schema))" })).
        """

    private static let schemas: [(name: String, bytes: [UInt8])] = SampleSite.files.compactMap { path, bytes in
        let prefix = "config/schemas/"
        guard path.hasPrefix(prefix), path.hasSuffix(".xsd") else { return nil }
        return (String(path.dropFirst(prefix.count).dropLast(".xsd".count)), bytes)
    }
    private static let ofDocuments = ["package"] + ExampleDocuments.leaving.map(\.schema)
    private static let examples = ExampleDocuments.arriving + ExampleDocuments.leaving.map { ($0.name, $0.bytes) }

    static func words(for placeholder: String) -> [String] {
        switch placeholder {
        case "NAME": schemas.map(\.name)
        case "DOCUMENT": examples.map(\.name)
        default: []
        }
    }

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let example = try arguments.value("--example")
        let name = arguments.word()
        try finish(arguments)
        if let example {
            try print(example, among: examples, as: "document")
        } else if let name {
            try print(name, among: schemas, as: "schema")
        } else {
            Output.result(notes)
        }
        return .done
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

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
