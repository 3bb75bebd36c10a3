import Dossiers

/// The wording of every kind of letter, plain and HTML, and of the sheets that are printed on demand; each with the later
/// wordings that hold from a day on.
package struct NoticeTemplates: Sendable {
    /// What is wrong with a file of templates.
    package struct Problem: Sendable, Equatable {
        /// From `config/templates/`.
        package let file: String
        package let line: Int
        package let message: String
        /// Whether letters can be written all the same.
        package let isWarning: Bool
    }

    struct Letter: Sendable {
        let subject: Template
        let plain: Template
        let html: Template
    }

    let letters: [NoticeKind: Dated<Letter>]
    let sheets: [FormName: Dated<Template>]

    /// The sheets that are no letters.
    static let sheetNames: [FormName] = [.control, .register]

    /// Reads every template, the plain ones of letters beginning with `Subject: …`; nil where one has a mistake
    /// that is not a mere warning.
    package static func load(_ files: [String: [UInt8]]) -> (templates: NoticeTemplates?, problems: [Problem]) {
        var reading = TemplateReading(files)
        let templates = reading.templates()
        return (reading.problems.allSatisfy(\.isWarning) ? templates : nil, reading.problems)
    }

    /// The wording of a letter about what was received on `day`.
    func letter(_ kind: NoticeKind, on day: Day) -> Letter {
        guard let dated = letters[kind] else { preconditionFailure("templates are loaded for every kind") }
        return dated.on(day)
    }

    func sheet(_ form: FormName, on day: Day) -> Template {
        guard let dated = sheets[form] else { preconditionFailure("templates are loaded for every sheet") }
        return dated.on(day)
    }
}
