import Delivery
import Dossiers
import Ledgers

/// Names in the outbox: what is seen there is never given to anything else.
///
/// So it can be only where `State/` is of an earlier time than the outbox, or where somebody else drops files there.
extension Office {
    private static let takenIncident = "name-taken:Outbox/"
    private static let aheadIncident = "outbox-ahead"
    /// So many days of the archive behind the ledger's last are looked into.
    private static let mostDays = 31

    /// Whether a name was told to be taken.
    func isNameless(_ output: Output) -> Bool { incidents.contains(Self.takenIncident + output.path) }

    /// Tells of what waits under a hidden name; each start tries again to give it its own.
    func watchNames() throws {
        for path in nameless.keys.sorted() {
            try openIncident(
                Self.takenIncident + path,
                effect:
                    "Outbox/\(path) is something else than what the ledger says that it is: what is to leave under that name waits beside it. Move the other away, then start hoso again."
            )
        }
    }

    func closeNames() throws {
        for kind in incidents.sorted() where kind.hasPrefix(Self.takenIncident) {
            if nameless[String(kind.dropFirst(Self.takenIncident.count))] == nil { try closeIncident(kind) }
        }
    }

    /// Takes away what is hidden in the outbox for no claim of these, but for what waits for its name.
    func removeHidden(below paths: [String], except claims: Set<String> = []) throws {
        let kept = claims.union(nameless.values)
        _ = try outbox.removeAbandoned(below: paths) { kept.contains($0) }
    }

    /// Numbers of dossiers that the outbox or the archive has and the ledger does not know are not given again.
    ///
    /// That stays open until a start finds that none of them lies there any more.
    func passNumbers(_ survey: Outbox.Survey) throws {
        let archived = try archivedCodes()
        let isAhead =
            incidents.contains(Self.aheadIncident) || archived.contains(where: isAhead)
            || survey.numbers.contains { agency, days in
                days.contains { $1 >= register.nextNumber(agency: agency, day: $0) }
            }
        let left = isAhead ? try unknown(outbox.ownCodes(below: outboxFolders)) : []
        let kept = isAhead ? try unknown(archived) : []
        let all = left.union(kept)
        guard let last = all.max() else { return try closeIncident(Self.aheadIncident) }
        for code in all { register.pass(code) }
        let places = [(left, "Outbox/"), (kept, "State/archive/")].filter { !$0.0.isEmpty }
            .map { "\($1) has files of \($0.count) dossiers" }
        try openIncident(
            Self.aheadIncident,
            effect:
                "\(places.joined(separator: " and ")) that the ledger does not know, \(last) among them: the ledger seems to be of an earlier time. Their codes are not given again; see \"Restoring\" in hoso(8)."
        )
    }

    /// Whose claims lie in the archive since the ledger's last day: a copy of State may have been made while hoso served.
    private func archivedCodes() throws -> Set<DossierCode> {
        guard let last = register.latestAt?.day else { return [] }
        let days = max(0, min(Self.mostDays, clock.now.day.number - last.number))
        return Set(
            try (0...days).flatMap { try archive.claims(on: last.advanced(by: $0)).keys.compactMap { DossierCode($0) } }
        )
    }

    private func isAhead(_ code: DossierCode) -> Bool {
        code.number >= register.nextNumber(agency: code.agency, day: code.day)
    }

    private func unknown(_ codes: Set<DossierCode>) throws -> Set<DossierCode> {
        try codes.filter { try !register.knows($0) }
    }
}
