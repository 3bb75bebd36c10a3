import Dossiers
import Pipeline
import Publications

/// `hoso form CODE KIND`, `hoso form register`.
enum FormCommand: Command {
    static let name = "form"
    static let summary = "a paper of a dossier to print again, or the register of a period, as a page for A4"
    static let usage = "form CODE KIND | form register [--from DAY] [--to DAY] [--agency CODE] [--html FILE]"
    static let options = [
        ("--from DAY", "register: the first day of receipt; the first of this month unless said"),
        ("--to DAY", "register: the last day; today unless said"), ("--agency CODE", "register: one agency alone"),
        ("--html FILE", "writes the page there instead of to standard output"),
    ]

    static let notes = NamedDossier.note

    static func words(for placeholder: String) -> [String] { placeholder == "KIND" ? kinds : [] }

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let (from, to) = try arguments.period()
        let agency = try arguments.agency("--agency")
        let file = try arguments.value("--html")
        let page: [UInt8]
        if arguments.next(word: "register") {
            try finish(arguments)
            page = try register(from: from, to: to, agency: agency, context)
        } else {
            let named = try arguments.dossier()
            let kind = try arguments.required("what to print: \(kinds.joined(separator: ", "))")
            try finish(arguments)
            page = try paper(kind, of: named, context)
        }
        guard let file else {
            Output.bytes(page)
            return .done
        }
        try Output.file(page, at: file)
        Output.result("The page lies in \(file).")
        return .done
    }

    private static let kinds = ["control"] + NoticeKind.allCases.filter { !$0.isForStaff }.map(\.rawValue)

    private static func register(from: Day?, to: Day?, agency: AgencyCode?, _ context: Context) throws -> [UInt8] {
        let view = try context.view()
        let last = to ?? view.today
        try Arguments.expect(from, before: last)
        let (year, month, _) = last.civil
        return try view.registerSheet(
            from: from ?? Day(year: year, month: month, day: 1) ?? last, to: last, agency: agency)
    }

    private static func paper(_ kind: String, of named: NamedDossier, _ context: Context) throws -> [UInt8] {
        guard kinds.contains(kind) else {
            throw UsageError(message: "there is no «\(kind)» to print" + Suggestion.text(for: kind, among: kinds))
        }
        let view = try context.view()
        let paper: SiteView.Paper = NoticeKind(rawValue: kind).map { .letter($0) } ?? .control
        var sent = [NoticeKind.refusal]
        if let code = try view.code(named: named.word) {
            if let page = try view.paper(paper, of: code) { return page }
            guard try view.paper(.control, of: code) != nil else { throw named.unknown }
            sent = try view.letters(of: code)
        } else {
            guard let page = try view.refusalLetter(of: named.word) else { throw named.unknown }
            if paper == .letter(.refusal) { return page }
        }
        throw NoSuchInput(
            description: sent.isEmpty
                ? "no letter went out for \(named.word)"
                : "no «\(kind)» went out for \(named.word); what did: \(sent.map(\.rawValue).joined(separator: ", "))")
    }
}
