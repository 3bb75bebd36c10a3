package import Dossiers
import Ledgers
import Settings

/// What is found changed in the archive: told once, looked at again every night, and over once it is whole.
extension Office {
    /// So many dossiers of one night have a letter each; of more there is one for all.
    private static let auditLetters = 20
    private static let auditIncident = "archive-changed:"

    /// The share of the archive whose turn it is on each of those days, and what was told before.
    package func auditStore(on days: [Day]) throws {
        let readers = [false, true].map { ClaimReader(schema: nil, limits: site.limits, isOurs: true, asBefore: $0) }
        let audit = StoreAudit(archive: archive, register: register, readers: readers, passing: expectNight)
        let about = incidents.filter { $0.hasPrefix(Self.auditIncident) }.map { $0.dropFirst(Self.auditIncident.count) }
        let told = about.compactMap { DossierCode($0) }.sorted()
        let changed = Set(try audit.problems(of: told).map(\.code))
        for code in told where !changed.contains(code) { try closeIncident(Self.auditIncident + code.description) }

        func problems(on day: Day) throws -> [(code: DossierCode, problem: String)] {
            let turn = StoreAudit.turn(on: day)
            return try audit.problems(
                of: register.codes.filter { StoreAudit.turn(of: $0) == turn && !told.contains($0) })
        }
        let toldDays = about.compactMap { Day(String($0)) }.sorted()
        for day in toldDays where try problems(on: day).isEmpty {
            try closeIncident(Self.auditIncident + day.description)
        }
        var letters = Self.auditLetters
        for day in days where !toldDays.contains(where: { StoreAudit.turn(on: $0) == StoreAudit.turn(on: day) }) {
            let found = try problems(on: day)
            for (code, problem) in found.prefix(letters) {
                try openIncident(
                    Self.auditIncident + code.description,
                    effect:
                        "the archived files of dossier \(code) have changed: \(problem); put them back from a backup")
            }
            let rest = found.dropFirst(letters)
            letters -= found.count - rest.count
            guard let first = rest.first, let last = rest.last else { continue }
            try openIncident(
                Self.auditIncident + day.description,
                effect:
                    "the archived files of \(rest.count) more dossiers have changed, from \(first.code) to \(last.code): \(first.problem); put them back from a backup"
            )
        }
    }
}
