import Bytes
import Dossiers
import Files
import Ledgers
import Publications
import Simulation

/// What a site has come to: what of it must be the same whatever went wrong on the way.
struct SiteAccount: Equatable {
    /// By submission: state, findings, and what was put to it.
    private(set) var dossiers: [String: String] = [:]
    private(set) var refusals: [String] = []
    private(set) var tallies: [String: Int] = [:]
    /// What each letter tells, sorted; one that was written twice stands here twice.
    private(set) var letters: [String] = []
    private(set) var nights: [String] = []
    /// What persons ordered, sorted; what was entered twice stands here twice.
    private(set) var orders: [String] = []
    /// By kind.
    private(set) var openIncidents: [String] = []

    /// Reads the ledger on a disk, and notes what is wrong with it.
    init(_ disk: SimulatedDisk, problems: inout [String]) throws {
        let folder = try Folder(path: Story.site + "/State/ledger", calls: SimulatedCalls(disk))
        var register = Register()
        var codes: Set<DossierCode> = []
        var causes: [Int: String] = [:]
        var subjects: [DossierCode: String] = [:]
        var doubled: [String] = []
        var letters: [String] = []
        let end = try LedgerReading(folder: folder).forEach { entry in
            try register.apply(entry)
            if case .refused(let refusal) = entry.event {
                refusals.append("\(refusal.submission) \(refusal.procedure)")
            }
            if case .received(let receipt) = entry.event, let code = entry.dossier {
                if !codes.insert(code).inserted { doubled.append("the code \(code) was given twice") }
                subjects[code] = receipt.submission
            }
            let subject = entry.dossier.flatMap { subjects[$0] } ?? ""
            if let order = Self.order(entry.event) { orders.append("\(order) \(subject)") }
            causes[entry.number] = Self.cause(entry.event, subject)
            if case .published(let output) = entry.event, output.kind == .notice || output.kind == .incident {
                letters.append(Self.letter(output.path, causes))
            }
        }
        if end.tornBytes > 0 { problems.append("the ledger ends in \(end.tornBytes) torn bytes") }
        problems += doubled
        for dossier in register.recent.values {
            let findings = dossier.findings.map(\.code.rawValue).joined(separator: ",")
            dossiers[dossier.receipt.submission] =
                "\(dossier.state.rawValue) [\(findings)] \(dossier.payments.count) payments, \(dossier.postalCopies.count) copies, \(dossier.deliveries) deliveries, \(dossier.acknowledgedAt == nil ? "not " : "")acknowledged"
        }
        refusals.sort()
        for (tally, count) in register.tallies { tallies[tally.kind.rawValue, default: 0] += count }
        orders.sort()
        self.letters = letters.filter { !$0.isEmpty }.sorted()
        openIncidents = register.openIncidents.sorted()
        nights = register.nightlyDone.map(\.description).sorted()
    }

    /// In what this differs from what should be.
    func differences(from expected: SiteAccount) -> [String] {
        var found: [String] = []
        func compare<Value: Equatable>(_ what: String, _ value: Value, _ wanted: Value) {
            if value != wanted { found.append("\(what): \(wanted) expected, \(value) found") }
        }
        for (submission, dossier) in expected.dossiers.sorted(by: { $0.key < $1.key }) {
            compare("dossier \(submission)", dossiers[submission] ?? "none", dossier)
        }
        compare("dossiers", dossiers.count, expected.dossiers.count)
        compare("refusals", refusals, expected.refusals)
        compare("counts", tallies, expected.tallies)
        compare("letters", letters, expected.letters)
        compare("nights", nights, expected.nights)
        compare("orders", orders, expected.orders)
        compare("open incidents", openIncidents, expected.openIncidents)
        return found
    }

    private static func order(_ event: Event) -> String? {
        switch event {
        case .held: "held"
        case .released: "released"
        case .resent: "sent again"
        case .rerouted(let agency, _, _): "given to \(agency)"
        case .putBack(let name, _): "\(name) put back"
        case .matched(let name, let act): act.map { _ in "\(name) joined" }
        default: nil
        }
    }

    private static func cause(_ event: Event, _ subject: String) -> String {
        switch event {
        case .refused(let refusal): "refusal of \(refusal.submission)"
        case .quarantined(let item): "quarantine of \(item.name)"
        case .unmatched(let item): "unmatched \(item.name)"
        case .rejected(let rejection): "rejected \(rejection.message): \(rejection.reason)"
        // An incident is what the misfortune itself was.
        case .incident: ""
        default: subject
        }
    }

    /// The kind of the letter and what it tells, out of its name.
    private static func letter(_ path: String, _ causes: [Int: String]) -> String {
        guard let name = LetterName(path: path), let cause = causes[name.eventNumber] else { return path }
        return cause.isEmpty ? "" : "\(name.kind.word) \(cause)"
    }
}
