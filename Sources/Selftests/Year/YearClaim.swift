import Dossiers
import Publications

/// What one arrival, order or nightly run left in the ledger.
struct YearClaim {
    /// What it was, as the players know it; nil for what the office did by itself.
    private(set) var key: String?
    private(set) var letters: [String] = []
    /// The letters that must go with what the office did by itself.
    private(set) var own: [String] = []
    private(set) var incidents: [String] = []
    /// Whether staff had been told of so many that day that they are told of one in a hundred only.
    private(set) var isOneOfMany = false
    private var names: [String] = []

    var events: String { names.joined(separator: ", ") }

    /// - Parameter refused: how many were not taken in that day, with this entry where it tells of one.
    mutating func add(_ entry: Entry, refused: Int) {
        if case .incident(let kind, _, _) = entry.event { incidents.append(kind) }
        switch entry.event {
        case .received(let receipt): key = receipt.submission
        case .refused(let refusal): key = refusal.submission
        case .repeated(let submission): key = submission
        case .messageReceived(let message): key = message.id
        case .rejected(let rejection): key = rejection.message
        case .feedback(let feedback): key = feedback.message
        case .held: key = "hold \(entry.dossier?.description ?? "")"
        case .released: key = "release \(entry.dossier?.description ?? "")"
        case .violationMarked: key = "mark-violation \(entry.dossier?.description ?? "")"
        case .violationCleared: key = "clear-violation \(entry.dossier?.description ?? "")"
        case .rerouted: key = "reroute \(entry.dossier?.description ?? "")"
        case .withdrawn: key = key ?? "withdraw \(entry.dossier?.description ?? "")"
        case .refundOrdered: key = key ?? "refund \(entry.dossier?.description ?? "")"
        case .recounted(let recount):
            if recount.former.day != recount.deadlines.due.day { own.append("rescheduled") }
        case .scanReceived(let component, _, _): key = "scan \(entry.dossier?.description ?? "") \(component)"
        case .apologyDrafted: own.append("apologyDraft")
        case .incident, .quarantined, .unmatched: own.append("incident")
        case .published(let output):
            if let kind = Self.kind(of: output) { letters.append(kind) }
            return
        default: break
        }
        if Self.tellsOfRefused(entry), refused > 20, refused % 100 != 0 { isOneOfMany = true }
        names.append(String("\(entry.event)".prefix { $0 != "(" }))
    }

    /// Whether an entry tells of what was not taken in.
    static func tellsOfRefused(_ entry: Entry) -> Bool {
        switch entry.event {
        case .rejected, .quarantined, .unmatched: true
        default: false
        }
    }

    /// The letters that must be there, of those that the event asks for.
    func letters(of asked: [String]) -> [String] { asked.filter { $0 != "incident" || !isOneOfMany } }

    /// The kind of a letter stands before the last part of its name; a reminder is a list, and counted by no event.
    private static func kind(of output: Output) -> String? {
        switch output.kind {
        case .incident: return "incident"
        case .notice:
            let kind = output.path.split(separator: "-").dropLast().last.map(String.init)
            return kind.flatMap { NoticeKind(rawValue: $0)?.rawValue }
        default: return nil
        }
    }
}
