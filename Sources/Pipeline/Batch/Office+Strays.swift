import Bytes
import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// Scans and forms that missed each other: who may belong together.
extension Office {
    /// So many are named to whoever looks for a scan's dossier, or a dossier's scans.
    private static let mostNamed = 3
    /// So many that wait are looked at, the latest, since each has to be read.
    private static let mostRead = 200

    /// Why a file that no form beside it names goes to the unmatched tray.
    ///
    /// Whose form names it is looked for as long as staff have a letter for each, since every dossier that waits may have to be
    /// read for that.
    func whyStray(_ claim: Claim, _ paper: Paper?, _ draft: Register, now: Moment) throws -> String {
        let names = try claim.folder.entries()
        guard !names.contains(where: { $0.suffix == "sig" }) else {
            return
                "it signs a form that does not lie beside it, or was taken before it came; a signed supplement, or certified copies by post, make up for it"
        }
        let name = names.namesake?.text
        let waiting =
            try name.flatMap { try isFlood(draft, now) ? nil : dossiers(missing: $0, or: paper, draft) } ?? []
        guard !waiting.isEmpty else { return "no form names it, and its own name begins with no dossier code" }
        let shown = waiting.prefix(Self.mostNamed).map(\.description).joined(separator: ", ")
        let more = waiting.count > Self.mostNamed ? " and \(waiting.count - Self.mostNamed) more" : ""
        return
            "it came after its form was taken: a file of this name or content is missing from \(shown)\(more)"
    }

    /// The dossiers whose form names a file that did not come, by its name in whatever case or by its digest, in the order of their
    /// codes.
    func dossiers(missing file: String, or paper: Paper? = nil, _ draft: Register) throws -> [DossierCode] {
        var waiting: [(since: Moment, code: DossierCode)] = []
        try draft.forEachOpen { open in
            if open.standing == .awaitingSupplement { waiting.append((open.receivedAt, open.code)) }
        }
        let (folded, digest) = (Unmatched.folded(file), paper?.sha256.description)
        return try waiting.sorted { ($1.since, $1.code) < ($0.since, $0.code) }.prefix(Self.mostRead).map(\.code).filter
        {
            try draft.dossier($0)?.findings.contains {
                $0.code == .missingFile
                    && ($0.file.map(Unmatched.folded) == folded || ($0.expected != nil && $0.expected == digest))
            } ?? false
        }.sorted()
    }

    /// What a ruling gave a dossier, and what may be a file that its form names and lacks, where that lies in the unmatched tray.
    func remarkingStrays(
        _ ruled: Ruled, _ attachments: [SubmissionCase.Attachment], _ draft: Register, now: Moment
    ) throws -> Ruled {
        let missing = attachments.filter { $0.paper == nil }.map(\.declared)
        guard ruled.dossier != nil, !missing.isEmpty, !isFlood(draft, now) else { return ruled }
        let tray = try UnmatchedTray(state: state)
        guard try !tray.isEmpty else { return ruled }
        var names: [String] = []
        for declared in missing where names.count < Self.mostNamed {
            let alike =
                try (declared.sha256.map { try draft.strays(sha256: $0) } ?? [])
                + draft.strays(called: declared.file).filter { declared.mayBe($0) }
            for item in alike where !names.contains(item.name) {
                if try tray.file(of: item.name) != nil { names.append(item.name) }
            }
        }
        return names.isEmpty
            ? ruled : Ruled(dossier: ruled.dossier, events: ruled.events + [.mayLieUnmatched(names: names)])
    }
}

extension DeclaredAttachment {
    /// Whether a file of its name may be the one, by what both are known to be; who looks at it sees whether it is.
    fileprivate func mayBe(_ item: Unmatched) -> Bool {
        (size == nil || item.size == nil || size == item.size)
            && (sha256 == nil || item.sha256 == nil || sha256 == item.sha256)
    }
}
