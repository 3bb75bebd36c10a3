import Bytes
import Dossiers
import Files
import Intake
import Ledgers

/// Reads archived packages again and compares them with the digests in the ledger: a share each night, all of them in thirty.
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

    /// What is wrong with a dossier, and whether it is still worked on.
    struct Problem {
        let code: DossierCode
        let text: String
        let isOpen: Bool
    }

    /// What is wrong with those dossiers.
    ///
    /// Throws only where the machine lacks what reading takes, and where the ledger cannot be read.
    func problems(of codes: [DossierCode]) throws -> [Problem] {
        var problems: [Problem] = []
        for (day, codes) in Dictionary(grouping: codes, by: \.day).sorted(by: { $0.key < $1.key }) {
            let claims = try claims(on: day)
            for code in codes {
                try passing()
                guard let dossier = try register.dossier(code),
                    let problem = try problem(of: dossier, claims[code.description] ?? [])
                else { continue }
                problems.append(Problem(code: code, text: problem, isOpen: !dossier.isClosed))
            }
        }
        return problems
    }

    /// On which of the nights a dossier has its turn.
    static func turn(of number: Int, from day: Day) -> Int { (day.number + number) % nights }

    static func turn(on day: Day) -> Int { day.number % nights }

    private func claims(on day: Day) throws -> [String: [String]] {
        do {
            return try archive.claims(on: day)
        } catch  where !error.isShortage {
            // Those that the ledger knows are looked for one by one, and say it each.
            return [:]
        }
    }

    /// Nil where every claim is there, with the form and the papers that came.
    private func problem(of dossier: Dossier, _ claims: [String]) throws -> String? {
        for claim in Set(claims + dossier.claims).sorted() {
            do {
                if let problem = try problem(of: claim, dossier) { return problem }
            } catch let error as FileError where !error.isShortage {
                // Its path would say what the citizen's files are called.
                let reason = error.number.map { ": \(SystemError($0))" } ?? ""
                return "«\(claim)» can no longer be read\(reason)"
            }
        }
        return nil
    }

    private func problem(of claim: String, _ dossier: Dossier) throws -> String? {
        guard let folder = try archive.open(claim, of: dossier.code) else { return "«\(claim)» is not there" }
        let channel = claim.split(separator: "@").first.flatMap { Channel(mark: $0) } ?? .online
        var found: String?
        for reader in readers {
            found = try problem(of: Claim(id: claim, channel: channel, folder: folder), dossier, reader)
            if found == nil { return nil }
        }
        return found
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
