import Dossiers

/// A walk over the files of `config/templates/`: `KIND.txt` and `KIND.html` for each letter, `SHEET.html` for each sheet,
/// `KIND@DAY.…` for what holds from a day on, and `_PART.…` for what several have in common.
struct TemplateReading {
    private(set) var problems: [NoticeTemplates.Problem] = []
    private let files: [String: [UInt8]]
    private var parts: [Template.Kind: [String: Template]] = [.plain: [:], .html: [:]]

    init(_ files: [String: [UInt8]]) {
        self.files = files
        for (name, kind) in files.keys.sorted().compactMap({ name in Self.kind(of: name).map { (name, $0) } })
        where name.hasPrefix("_") {
            guard let part = template(name, kind) else { continue }
            parts[kind, default: [:]][Self.stem(of: name, "_")] = part
        }
    }

    /// Nil where a letter or a sheet has no wording that can be read.
    mutating func templates() -> NoticeTemplates? {
        checkNames()
        var letters: [NoticeKind: Dated<NoticeTemplates.Letter>] = [:]
        for kind in NoticeKind.allCases {
            guard let first = letter(kind.rawValue) else { continue }
            letters[kind] = Dated(
                first: first,
                later: days(of: kind.rawValue).compactMap { day in
                    letter("\(kind.rawValue)@\(day)").map { (day, $0) }
                })
        }
        var sheets: [FormName: Dated<Template>] = [:]
        for form in NoticeTemplates.sheetNames {
            guard let first = template("\(form.rawValue).html", .html) else { continue }
            sheets[form] = Dated(
                first: first,
                later: days(of: form.rawValue).compactMap { day in
                    template("\(form.rawValue)@\(day).html", .html).map { (day, $0) }
                })
        }
        guard letters.count == NoticeKind.allCases.count, sheets.count == NoticeTemplates.sheetNames.count else {
            return nil
        }
        return NoticeTemplates(letters: letters, sheets: sheets)
    }

    /// A name that says nothing to us would never be read, and nobody would know.
    private mutating func checkNames() {
        let known = NoticeKind.allCases.map(\.rawValue) + NoticeTemplates.sheetNames.map(\.rawValue)
        for name in files.keys.sorted() where Self.kind(of: name) != nil && !name.hasPrefix("_") {
            let parts = Self.stem(of: name).split(separator: "@", omittingEmptySubsequences: false).map(String.init)
            if !known.contains(parts[0]) {
                add(name, 1, "belongs to no letter or sheet: expected one of \(known.joined(separator: ", "))")
            } else if parts.count > 2 || parts.count == 2 && Day(parts[1]) == nil {
                add(name, 1, "expected the day from which it holds, such as \(parts[0])@2025-09-15")
            }
        }
    }

    /// The days from which later wordings hold.
    private func days(of stem: String) -> [Day] {
        let days = files.keys.compactMap { name -> Day? in
            guard Self.kind(of: name) != nil, name.hasPrefix("\(stem)@") else { return nil }
            return Day(Self.stem(of: name, "\(stem)@"))
        }
        return Set(days).sorted()
    }

    private mutating func letter(_ stem: String) -> NoticeTemplates.Letter? {
        let name = "\(stem).txt"
        let html = template("\(stem).html", .html)
        guard let text = text(name) else { return nil }
        let line = text.prefix { !$0.isNewline }
        guard line.hasPrefix("Subject: ") else {
            add(name, 1, "the first line is «Subject: …»")
            return nil
        }
        let body = text.dropFirst(line.count)
        let blank = body.prefix { $0.isNewline }
        let plain = template(name, .plain, body.dropFirst(blank.count), line: 1 + blank.count)
        do throws(TemplateProblem) {
            // Only what names no person may stand in a subject (OP7).
            let subject = try Template(
                String(line.dropFirst("Subject: ".count)), kind: .plain, known: [.code, .kind])
            guard let plain, let html else { return nil }
            checkRefund(plain, name)
            checkRefund(html, "\(stem).html")
            return NoticeTemplates.Letter(subject: subject, plain: plain, html: html)
        } catch {
            add(name, 1, "a subject may show only «{{code}}» and «{{kind}}»: \(error.message)")
            return nil
        }
    }

    /// A wording from before money went back from the agency that has it names the one that leads.
    private mutating func checkRefund(_ template: Template, _ name: String) {
        guard template.shows(.refund), !template.shows(.refundAgency) else { return }
        add(
            name, 1,
            "shows «{{refund}}» without «{{refundAgency}}», the agency that gives the money back, which may be another than «{{agency}}»",
            isWarning: true)
    }

    private mutating func template(_ name: String, _ kind: Template.Kind) -> Template? {
        text(name).flatMap { template(name, kind, $0[...], line: 1) }
    }

    private mutating func template(
        _ name: String, _ kind: Template.Kind, _ text: Substring, line: Int
    ) -> Template? {
        do throws(TemplateProblem) {
            return try Template(String(text), kind: kind, shared: parts[kind] ?? [:])
        } catch {
            add(name, error.line + line - 1, error.message)
            return nil
        }
    }

    private mutating func text(_ name: String) -> String? {
        guard let bytes = files[name], let text = String(validating: bytes, as: UTF8.self) else {
            add(name, 1, "is not there, or is not UTF-8")
            return nil
        }
        return text
    }

    private mutating func add(_ file: String, _ line: Int, _ message: String, isWarning: Bool = false) {
        problems.append(NoticeTemplates.Problem(file: file, line: line, message: message, isWarning: isWarning))
    }

    private static func kind(of name: String) -> Template.Kind? {
        name.hasSuffix(".html") ? .html : name.hasSuffix(".txt") ? .plain : nil
    }

    /// Without what it begins with, and without its suffix.
    private static func stem(of name: String, _ prefix: String = "") -> String {
        String(name.dropFirst(prefix.count).prefix { $0 != "." })
    }
}
