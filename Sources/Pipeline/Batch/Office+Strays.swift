import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// Scans and forms that missed each other.
extension Office {
    /// So many dossiers are named to whoever looks for a scan's.
    private static let mostNamed = 3
    /// So many that wait are looked at, the latest, since each has to be read.
    private static let mostRead = 200

    /// Why a file that no form beside it names goes to the unmatched tray.
    ///
    /// Whose form names it is looked for as long as staff have a letter for each, since every dossier that waits may have to be
    /// read for that.
    func whyStray(_ claim: Claim, _ draft: Register, now: Moment) throws -> String {
        let names = try claim.folder.entries()
        guard !names.contains(where: { $0.suffix == "sig" }) else {
            return
                "it signs a form that does not lie beside it, or was taken before it came; a signed supplement, or certified copies by post, make up for it"
        }
        let name = names.namesake?.text
        let waiting =
            try name.flatMap { try isFlood(draft, now) ? nil : dossiers(missing: $0, from: claim.channel, draft) } ?? []
        guard !waiting.isEmpty else { return "no form names it, and its own name begins with no dossier code" }
        let shown = waiting.prefix(Self.mostNamed).map(\.description).joined(separator: ", ")
        let more = waiting.count > Self.mostNamed ? " and \(waiting.count - Self.mostNamed) more" : ""
        return
            "it came after its form was taken: a file of this name is missing from \(shown)\(more); a supplement that names it mends that"
    }

    /// The dossiers whose form came by the same folder and names a file that did not come, in the order of their codes.
    private func dossiers(
        missing file: String, from channel: Channel, _ draft: Register
    ) throws -> [DossierCode] {
        var waiting: [(since: Moment, code: DossierCode)] = []
        try draft.forEachOpen { open in
            if open.standing == .awaitingSupplement { waiting.append((open.receivedAt, open.code)) }
        }
        return try waiting.sorted { ($1.since, $1.code) < ($0.since, $0.code) }.prefix(Self.mostRead).map(\.code).filter
        {
            guard let dossier = try draft.dossier($0) else { return false }
            return dossier.receipt.channel == channel.description
                && dossier.findings.contains { $0.code == .missingFile && $0.file == file }
        }.sorted()
    }

    /// What a ruling gave a dossier, and that a file which its form names and lacks lies in the unmatched tray, where it does.
    func remarkingStrays(_ ruled: Ruled, _ attachments: [SubmissionCase.Attachment], _ draft: Register) throws -> Ruled
    {
        guard ruled.dossier != nil,
            try attachments.contains(where: { try $0.paper == nil && liesUnmatched($0.declared, draft) })
        else { return ruled }
        return Ruled(dossier: ruled.dossier, events: ruled.events + [.remarked(.scanUnmatched)])
    }

    /// Whether a file of its name and size lies in the tray; who looks at it sees whether it is the one.
    ///
    /// It is not read, since anybody may name it often, and what cannot be looked at is not told of: this is a hint to staff, and keeps
    /// nobody's dossier.
    private func liesUnmatched(_ declared: DeclaredAttachment, _ draft: Register) throws -> Bool {
        guard let size = declared.size, let name = FileName(declared.file), try draft.isUnmatched(declared.file) else {
            return false
        }
        do {
            guard let item = try state.standing(at: ["unmatched", name]) else { return false }
            let status = try item.status(of: name)
            return status?.kind == .regular && status?.size == size
        } catch {
            return false
        }
    }
}
