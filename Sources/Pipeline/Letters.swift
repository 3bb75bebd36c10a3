import Dossiers
import Publications
import Settings

/// The letters of this site: its wording, its addresses, its catalogue.
struct Letters: Sendable {
    private let site: Site
    private let templates: NoticeTemplates
    private let from: MailAddress
    private let staff: MailAddress

    /// Throws `ConfigurationMistakes` where the wording or an address has a mistake.
    init(site: Site) throws {
        let (templates, problems) = NoticeTemplates.load(site.templates)
        guard let templates, let from = MailAddress(site.notices.from), let staff = MailAddress(site.incidentsTo) else {
            throw ConfigurationMistakes(problems: LetterProblems.found(in: site) + problems.map(LetterProblems.problem))
        }
        self.site = site
        self.templates = templates
        self.from = from
        self.staff = staff
    }

    /// Where a letter goes, from the outbox.
    func path(_ kind: NoticeKind, about entry: Entry) -> String {
        let folder = kind.isForStaff ? "incidents" : "notices"
        let name = Notice.fileName(kind: kind, about: about(entry), at: entry.at, eventNumber: entry.number)
        return "\(folder)/\(name)"
    }

    /// The letter that tells of the entry with number `cause`.
    func bytes(_ kind: NoticeKind, cause: Int, _ verdict: Verdict) -> [UInt8] {
        guard let entry = verdict.entries.first(where: { $0.number == cause }) else {
            preconditionFailure("a letter tells of an event of its own claim")
        }
        let (subject, procedure) = subject(kind, entry, verdict)
        let agency = procedure.flatMap { site.catalogue.agencies[$0.agency] }
        return Notice.bytes(
            kind,
            NoticeContext(
                subject: subject, procedure: procedure, agency: agency, siteName: site.name, siteCode: site.code,
                from: from, staff: staff, at: entry.at, eventNumber: cause),
            templates: templates)
    }

    private func about(_ entry: Entry) -> String {
        if case .refused(let refusal) = entry.event { return refusal.submission }
        return entry.dossier?.description ?? site.code
    }

    private func subject(
        _ kind: NoticeKind, _ entry: Entry, _ verdict: Verdict
    ) -> (NoticeContext.Subject, Procedure?) {
        if kind.isForStaff { return (.house(kind: entry.event.word, effect: entry.event.effect), nil) }
        if case .refused(let refusal) = entry.event {
            return (.refusal(refusal), site.catalogue.procedure(refusal.procedure, on: entry.at.day))
        }
        guard let dossier = verdict.dossier else {
            preconditionFailure("a letter to a citizen is about a dossier or a refused submission")
        }
        return (.dossier(dossier), site.catalogue.procedure(of: dossier))
    }
}

extension Event {
    /// The stable word under which staff hear of it.
    fileprivate var word: String {
        switch self {
        case .quarantined(let item): "quarantined: \(item.code)"
        case .unmatched: "unmatched"
        case .rejected(let rejection): "rejected: \(rejection.reason)"
        case .incident(let kind, let open, _): open ? kind : "\(kind): over"
        default: "note"
        }
    }

    /// What happened, in English, and where it lies; no personal data.
    fileprivate var effect: String {
        switch self {
        case .quarantined(let item):
            "From Inbox/\(item.channel), kept in State/quarantine/\(item.name)/: \(item.reason)"
        case .unmatched(let name, let reason): "Kept in State/unmatched/\(name)/: \(reason)"
        case .rejected(let rejection):
            "Message \(rejection.message) (\(rejection.kind)) from Inbox/\(rejection.channel) took no effect: \(rejection.reason)"
                + (rejection.detail.map { " (\($0))" } ?? "")
        case .incident(_, let open, let effect): open ? effect : "It is over."
        default: ""
        }
    }
}
