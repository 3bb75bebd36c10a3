import Bytes
package import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// Reads archived files again and compares them with the digests in the ledger: a share each night, all of them in a month.
struct StoreAudit {
    /// In so many nights every dossier had its turn.
    static let nights = 30

    let site: Site
    let archive: Archive

    /// What is wrong with the dossiers whose turn it is on a day.
    func problems(in register: Register, on day: Day) throws -> [(code: DossierCode, problem: String)] {
        try register.codes.filter { Self.turn(of: $0) == day.number % Self.nights }.compactMap { code in
            try register.dossier(code).flatMap(problem).map { (code, $0) }
        }
    }

    private static func turn(of code: DossierCode) -> Int { (code.day.number + code.number) % nights }

    /// Nil where every paper that the ledger knows is there as it came.
    private func problem(of dossier: Dossier) throws -> String? {
        var found: Set<Digest> = []
        for claim in dossier.claims {
            guard let folder = try archive.open(claim, of: dossier.code) else { return "«\(claim)» is not there" }
            do {
                for file in try PackageFiles(claim: folder, limits: site.limits).files {
                    found.insert(try file.digest())
                }
            } catch let error as ParseError {
                return "«\(claim)» can no longer be read: \(error.code.rawValue)"
            }
        }
        let papers = dossier.papers + dossier.postalCopies.flatMap(\.papers)
        let changed = papers.count { !found.contains($0.paper.sha256) }
        return changed == 0 ? nil : "\(changed) of \(papers.count) papers are no longer what came in"
    }
}

extension Office {
    /// So many dossiers have a letter each; of more in one night there is one for all.
    private static let auditLetters = 20

    /// The night's share of the archive; what has changed is an incident.
    package func auditStore(on day: Day) throws {
        let problems = try StoreAudit(site: site, archive: archive).problems(in: register, on: day)
        for (code, problem) in problems.prefix(Self.auditLetters) {
            try openIncident(
                "archive-changed:\(code)",
                effect: "the archived files of dossier \(code) have changed: \(problem); put them back from a backup")
        }
        let rest = problems.dropFirst(Self.auditLetters)
        guard let first = rest.first, let last = rest.last else { return }
        try openIncident(
            "archive-changed:\(day)",
            effect:
                "the archived files of \(rest.count) more dossiers have changed, from \(first.code) to \(last.code): \(first.problem); put them back from a backup"
        )
    }
}
