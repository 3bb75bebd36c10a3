import Bytes
import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// Scans and forms that missed each other.
extension Office {
    /// So many dossiers are named to whoever looks for a scan's.
    private static let mostNamed = 3

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
        var found: [DossierCode] = []
        try draft.forEachOpen { open in
            guard open.standing == .awaitingSupplement, let dossier = try draft.dossier(open.code),
                dossier.receipt.channel == channel.description,
                dossier.findings.contains(where: { $0.code == .missingFile && $0.file == file })
            else { return }
            found.append(open.code)
        }
        return found.sorted()
    }

    /// What a ruling gave a dossier, and that a file which its form names and lacks lies in the unmatched tray, where it does.
    func remarkingStrays(_ ruled: Ruled, _ attachments: [SubmissionCase.Attachment], _ draft: Register) throws -> Ruled
    {
        guard ruled.dossier != nil,
            try attachments.contains(where: { try $0.paper == nil && liesUnmatched($0.declared, draft) })
        else { return ruled }
        return Ruled(dossier: ruled.dossier, events: ruled.events + [.remarked(.scanUnmatched)])
    }

    private func liesUnmatched(_ declared: DeclaredAttachment, _ draft: Register) throws -> Bool {
        guard let name = FileName(declared.file), try draft.isUnmatched(declared.file),
            let item = try state.standing(at: ["unmatched", name]), let status = try item.status(of: name),
            status.kind == .regular
        else { return false }
        guard let digest = declared.sha256 else { return true }
        guard status.size <= site.limits.fileBytes else { return false }
        return try SHA256.digest(of: item.open(name)) == digest
    }
}
