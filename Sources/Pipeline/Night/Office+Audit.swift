package import Dossiers
import Files
import Ledgers
import Settings

/// What is found changed in the archive: told once, looked at again every night, and over once it is whole.
extension Office {
    /// So many dossiers of one night have a letter each; of more there is one for all.
    private static let auditLetters = 20
    private static let auditIncident = "archive-changed:"
    /// Remembers below `State/` up to which day each day's share was looked at.
    private static let audited: FileName = "audited.txt"

    /// Looks at the shares of all nights since the last that was looked at, at most once at each dossier.
    ///
    /// - Parameter before: the last day that was reported on before this night, which is where this begins on a State of before.
    func auditStore(since before: Day?) throws {
        let kept = try auditedUpTo()
        guard let last = kept ?? before ?? register.firstDay?.advanced(by: -1) else { return }
        if kept == nil { try keepAudited(last) }
        let yesterday = clock.now.day.advanced(by: -1)
        // A clock that was ahead keeps no share from its turn.
        let first =
            last > yesterday ? yesterday : max(last.advanced(by: 1), yesterday.advanced(by: 1 - StoreAudit.nights))
        guard first <= yesterday else { return }
        try auditStore(on: (first.number...yesterday.number).map { Day(number: $0) })
    }

    private func keepAudited(_ day: Day) throws {
        try state.replaceDurably(Self.audited, with: Array(day.description.utf8), mode: 0o640)
    }

    private func auditedUpTo() throws -> Day? {
        guard try state.status(of: Self.audited) != nil else { return nil }
        return Day(String(decoding: try state.readAll(Self.audited, limit: 100), as: UTF8.self))
    }

    /// The share of the archive whose turn it is on each of those days, and what was told before.
    package func auditStore(on days: [Day]) throws {
        let readers = [false, true].map { ClaimReader(schema: nil, limits: site.limits, isOurs: true, asBefore: $0) }
        let audit = StoreAudit(archive: archive, register: register, readers: readers, passing: expectNight)
        let about = incidents.filter { $0.hasPrefix(Self.auditIncident) }.map { $0.dropFirst(Self.auditIncident.count) }
        let told = about.compactMap { DossierCode($0) }.sorted()
        let changed = Set(try audit.problems(of: told).map(\.code))
        for code in told where !changed.contains(code) { try closeIncident(Self.auditIncident + code.description) }

        func problems(on day: Day) throws -> [StoreAudit.Problem] {
            let turn = StoreAudit.turn(on: day)
            let codes = register.codes { StoreAudit.turn(of: $1, from: $0) == turn }
            return try audit.problems(of: codes.filter { !told.contains($0) })
        }
        let toldDays = about.compactMap { Day(String($0)) }.sorted()
        for day in toldDays where try problems(on: day).isEmpty {
            try closeIncident(Self.auditIncident + day.description)
        }
        var letters = Self.auditLetters
        for day in days {
            if !toldDays.contains(day) {
                let found = try problems(on: day)
                // What one letter told of together is told anew at its next turn, since others may have changed since.
                for former in toldDays where StoreAudit.turn(on: former) == StoreAudit.turn(on: day) {
                    try closeIncident(Self.auditIncident + former.description)
                }
                try tell(found, on: day, letters: letters)
                letters = max(0, letters - found.count)
            }
            try keepAudited(day)
        }
    }

    private func tell(_ found: [StoreAudit.Problem], on day: Day, letters: Int) throws {
        for problem in found.prefix(letters) {
            let code = problem.code.description
            try openIncident(
                Self.auditIncident + code,
                effect:
                    "the archived files of dossier \(code) have changed: \(problem.text); put them back from a backup",
                concerning: problem.isOpen ? 1 : 0)
        }
        let rest = found.dropFirst(letters)
        guard let first = rest.first, let last = rest.last else { return }
        try openIncident(
            Self.auditIncident + day.description,
            effect:
                "the archived files of \(rest.count) more dossiers have changed, from \(first.code) to \(last.code): \(first.text); put them back from a backup",
            concerning: rest.count(where: \.isOpen))
    }
}
