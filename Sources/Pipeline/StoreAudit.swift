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
    func problems(of dossiers: some Sequence<Dossier>, on day: Day) throws -> [(code: DossierCode, problem: String)] {
        try dossiers.filter { Self.turn(of: $0.code) == day.number % Self.nights }.sorted { $0.code < $1.code }
            .compactMap { dossier in try problem(of: dossier).map { (dossier.code, $0) } }
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
    /// The night's share of the archive; what has changed is an incident for each dossier.
    package func auditStore(on day: Day) throws {
        let audit = StoreAudit(site: site, archive: archive)
        for (code, problem) in try audit.problems(of: register.dossiers.values, on: day) {
            try openIncident(
                "archive-changed:\(code)",
                effect: "the archived files of dossier \(code) have changed: \(problem); put them back from a backup")
        }
    }
}
