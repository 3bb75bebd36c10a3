import Bytes
package import Dossiers
import Intake
import Ledgers
import Settings

/// Reads archived packages again and compares them with the digests in the ledger: a share each night, all of them in a month.
struct StoreAudit {
    /// In so many nights every dossier had its turn.
    static let nights = 30

    let archive: Archive
    let register: Register
    /// Without a schema, since that of today need not be that of the day on which a package came; the last as hoso read when a
    /// file under another name than its form gives counted for nothing.
    let readers: [ClaimReader]
    /// Asked before each dossier is read; what it throws ends the audit.
    let passing: () throws -> Void

    /// What is wrong with the dossiers whose turn it is on a day.
    func problems(on day: Day) throws -> [(code: DossierCode, problem: String)] {
        let codes = register.codes.filter { Self.turn(of: $0) == day.number % Self.nights }
        var problems: [(code: DossierCode, problem: String)] = []
        for (day, codes) in Dictionary(grouping: codes, by: \.day).sorted(by: { $0.key < $1.key }) {
            let claims = try archive.claims(on: day)
            for code in codes {
                try passing()
                guard let dossier = try register.dossier(code),
                    let problem = try problem(of: dossier, claims[code.description] ?? [])
                else { continue }
                problems.append((code, problem))
            }
        }
        return problems
    }

    private static func turn(of code: DossierCode) -> Int { (code.day.number + code.number) % nights }

    /// Nil where every claim is there, with the form and the papers that came.
    private func problem(of dossier: Dossier, _ claims: [String]) throws -> String? {
        for claim in Set(claims + dossier.claims).sorted() {
            guard let folder = try archive.open(claim, of: dossier.code) else { return "«\(claim)» is not there" }
            let channel = claim.split(separator: "@").first.flatMap { Channel(mark: $0) } ?? .online
            var found: String?
            for reader in readers {
                found = try problem(of: Claim(id: claim, channel: channel, folder: folder), dossier, reader)
                if found == nil { break }
            }
            if let found { return found }
        }
        return nil
    }

    private func problem(of claim: Claim, _ dossier: Dossier, _ reader: ClaimReader) throws -> String? {
        switch try reader.read(claim) {
        case .package(let package):
            let isSame = try package.content == content(of: package.message, from: claim.channel, dossier)
            return isSame || dossier.hasJoined(package.content)
                ? nil : "form or papers of «\(claim.id)» are no longer what came in"
        case .unreadable(let error): return "«\(claim.id)» can no longer be read: \(error.code.rawValue)"
        case .stray(let paper?) where dossier.hasJoined(paper.sha256): return nil
        case .stray, .unfinished, .written: return "«\(claim.id)» can no longer be read"
        }
    }

    /// What the ledger has of a message; nil where it has nothing of it.
    private func content(of message: Message, from channel: Channel, _ dossier: Dossier) throws -> Digest? {
        try message.id == dossier.receipt.submission
            ? dossier.receipt.content : register.message(message.id, from: channel.description)?.content
    }
}

extension Office {
    /// So many dossiers have a letter each; of more in one night there is one for all.
    private static let auditLetters = 20

    /// The night's share of the archive; what has changed is an incident.
    package func auditStore(on day: Day) throws {
        let readers = [false, true].map {
            ClaimReader(schema: nil, limits: site.limits, isOurs: true, asBefore: $0)
        }
        let problems = try StoreAudit(archive: archive, register: register, readers: readers, passing: expectNight)
            .problems(on: day)
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
