import Bytes
import Documents

/// The schemas by which a site is read: its own where it has them, else those built into the program.
struct Schemas {
    enum Kind: String, CaseIterable { case package, hoso, calendar, agencies, procedure }

    private var schemas: [Kind: XMLSchema] = [:]

    /// A site's own schema that cannot be read is a mistake, and the built-in one then holds for the rest of the check.
    init(_ files: ConfigurationFiles, problems: Problems) {
        for kind in Kind.allCases {
            let path = "config/schemas/\(kind.rawValue).xsd"
            if let own = files.contents[path] {
                do throws(ParseError) {
                    schemas[kind] = try XMLSchema(own, name: path)
                    continue
                } catch {
                    problems.add("is no usable schema: \(error.message)", in: path, line: error.line ?? 1)
                }
            }
            do throws(ParseError) {
                guard let text = SampleSite.file(path) else { continue }
                schemas[kind] = try XMLSchema(text, name: path)
            } catch {
                problems.add("the built-in schema cannot be read: \(error.message)", in: path, line: error.line ?? 1)
            }
        }
    }

    subscript(kind: Kind) -> XMLSchema? { schemas[kind] }
}
