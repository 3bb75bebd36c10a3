import Delivery
import Dossiers
import Ledgers

/// Names in the outbox: what is seen there is never given to anything else.
///
/// So it can be only where `State/` is of an earlier time than the outbox, or where somebody else drops files there.
extension Office {
    private static let takenIncident = "name-taken:Outbox/"
    private static let aheadIncident = "outbox-ahead"

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

    /// Numbers that left with dossiers which the ledger does not know are not given again.
    func passNumbers(_ survey: Outbox.Survey) throws {
        let isAhead = survey.numbers.contains { agency, days in
            days.contains { $1 >= register.nextNumber(agency: agency, day: $0) }
        }
        let unknown = isAhead ? try unknownCodes() : []
        guard let last = unknown.max() else { return try closeIncident(Self.aheadIncident) }
        for code in unknown { register.pass(code) }
        try openIncident(
            Self.aheadIncident,
            effect:
                "Outbox/ has files of \(unknown.count) dossiers that the ledger does not know, \(last) among them: State/ seems to be of an earlier time. Their codes are not given again; see \"Restoring\" in hoso(8)."
        )
    }

    private func unknownCodes() throws -> [DossierCode] {
        try outbox.ownCodes(below: outboxFolders).filter { code in
            code.number >= register.nextNumber(agency: code.agency, day: code.day)
        }
    }
}
