/// The wording of every kind of letter, plain and HTML.
package struct NoticeTemplates: Sendable {
    /// What is wrong with a file of templates.
    package struct Problem: Sendable, Equatable {
        /// From `config/templates/`.
        package let file: String
        package let line: Int
        package let message: String
    }

    struct Pair: Sendable {
        let subject: Template
        let plain: Template
        let html: Template
    }

    private let pairs: [NoticeKind: Pair]

    /// Reads every template, the plain ones beginning with `Subject: …`; nil with the problems where one has a mistake.
    package static func load(_ files: [String: [UInt8]]) -> (templates: NoticeTemplates?, problems: [Problem]) {
        var pairs: [NoticeKind: Pair] = [:]
        var problems: [Problem] = []
        for kind in NoticeKind.allCases {
            let plainName = "\(kind.rawValue).txt"
            let htmlName = "\(kind.rawValue).html"
            var subjectText = ""
            func template(_ file: String, _ kind: Template.Kind, splitsSubject: Bool) -> Template? {
                guard let bytes = files[file], let text = String(validating: bytes, as: UTF8.self) else {
                    problems.append(Problem(file: file, line: 1, message: "is not there, or is not UTF-8"))
                    return nil
                }
                var body = Substring(text)
                if splitsSubject {
                    let line = body.prefix { !$0.isNewline }
                    guard line.hasPrefix("Subject: ") else {
                        problems.append(Problem(file: file, line: 1, message: "the first line is «Subject: …»"))
                        return nil
                    }
                    subjectText = String(line.dropFirst("Subject: ".count))
                    body = body.dropFirst(line.count).drop { $0.isNewline }
                }
                do throws(TemplateProblem) {
                    return try Template(String(body), kind: kind, known: NoticeValues.names)
                } catch {
                    problems.append(
                        Problem(file: file, line: error.line + (splitsSubject ? 2 : 0), message: error.message))
                    return nil
                }
            }
            let plain = template(plainName, .plain, splitsSubject: true)
            let html = template(htmlName, .html, splitsSubject: false)
            // Only what names no person may stand in a subject (OP7).
            let subject = try? Template(subjectText, kind: .plain, known: ["code", "kind"])
            if subject == nil {
                problems.append(
                    Problem(file: plainName, line: 1, message: "a subject may show only «{{code}}» and «{{kind}}»"))
            }
            if let plain, let html, let subject { pairs[kind] = Pair(subject: subject, plain: plain, html: html) }
        }
        return (problems.isEmpty ? NoticeTemplates(pairs: pairs) : nil, problems)
    }

    func pair(_ kind: NoticeKind) -> Pair {
        guard let pair = pairs[kind] else { preconditionFailure("templates are loaded for every kind") }
        return pair
    }
}
