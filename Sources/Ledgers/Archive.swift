package import Dossiers
package import Files

/// Keeps every claim for good, below `State/`: nothing is ever deleted.
package struct Archive: Sendable {
    private let state: Folder
    private let working: Folder

    package init(state: Folder) throws(FileError) {
        self.state = state
        working = try state.folder("working", create: true)
    }

    /// Moves a claim out of `State/working/` to where it belongs; one that is no longer there was moved before.
    package func file(_ claim: String, as disposition: Disposition) throws(FileError) {
        let name = FileName.literal(claim)
        guard try working.status(of: name) != nil else { return }
        let (folder, place) = try destination(of: claim, disposition)
        if let reason = reason(of: disposition) {
            let inside = try working.folder(name)
            try makeWay(inside, for: Array(reason.utf8))
            try inside.replaceDurably("reason.txt", with: Array(reason.utf8), mode: 0o640)
        }
        try working.rename(name, to: folder, as: place, replacing: false)
        try folder.sync()
        try working.sync()
    }

    /// The names of the claims that lie in a dossier's folder.
    package func claims(of dossier: DossierCode) throws(FileError) -> [String] {
        try folder(of: dossier).entries().compactMap(\.text)
    }

    private func folder(of dossier: DossierCode) throws(FileError) -> Folder {
        try state.folder(at: Self.steps(dossier.day) + [FileName.literal(dossier.description)], create: true)
    }

    /// The folder of a dossier's claim, in the archive or still in hand; nil where it is in neither.
    package func open(_ claim: String, of dossier: DossierCode) throws(FileError) -> Folder? {
        let name = FileName.literal(claim)
        if try working.status(of: name) != nil { return try working.folder(name) }
        let folder = try folder(of: dossier)
        return try folder.status(of: name) == nil ? nil : folder.folder(name)
    }

    /// The folder of a claim that was rejected, in the archive or still in hand; nil where it is in neither.
    package func openRejected(_ claim: String, on day: Day) throws(FileError) -> Folder? {
        let name = FileName.literal(claim)
        if try working.status(of: name) != nil { return try working.folder(name) }
        let folder = try state.folder(at: Self.steps(day) + ["rejected"], create: true)
        return try folder.status(of: name) == nil ? nil : folder.folder(name)
    }

    private func destination(
        of claim: String, _ disposition: Disposition
    ) throws(FileError) -> (Folder, FileName) {
        let name = FileName.literal(claim)
        return switch disposition {
        case .dossier(let code):
            (try state.folder(at: Self.steps(code.day) + [FileName.literal(code.description)], create: true), name)
        case .refused(let day): (try state.folder(at: Self.steps(day) + ["refused"], create: true), name)
        case .repeated(let day): (try state.folder(at: Self.steps(day) + ["repeated"], create: true), name)
        case .feedback(let day): (try state.folder(at: Self.steps(day) + ["feedback"], create: true), name)
        case .yearlyReport(let day): (try state.folder(at: Self.steps(day) + ["yearly-reports"], create: true), name)
        case .rejected(let day): (try state.folder(at: Self.steps(day) + ["rejected"], create: true), name)
        case .quarantined(let quarantined):
            (try state.folder("quarantine", create: true), FileName.literal(quarantined.name))
        case .unmatched(let name, _): (try state.folder("unmatched", create: true), FileName.literal(name))
        }
    }

    /// A sender may call his own file or folder `reason.txt`: it keeps its contents under another name.
    private func makeWay(_ claim: Folder, for reason: [UInt8]) throws(FileError) {
        let name: FileName = "reason.txt"
        guard let status = try claim.status(of: name) else { return }
        let isOurs =
            status.kind == .regular && status.size == reason.count
            ? try claim.readAll(name, limit: reason.count) == reason : false
        guard !isOurs else { return }
        var other = "_reason.txt"
        while try claim.status(of: FileName.literal(other)) != nil { other = "_" + other }
        try claim.rename(name, to: claim, as: FileName.literal(other), replacing: false)
    }

    private func reason(of disposition: Disposition) -> String? {
        switch disposition {
        case .quarantined(let quarantined):
            "\(quarantined.code)\nfrom: Inbox/\(quarantined.channel)\n\(quarantined.reason)\n"
        case .unmatched(_, let reason): "\(reason)\n"
        case .dossier, .refused, .repeated, .rejected, .feedback, .yearlyReport: nil
        }
    }

    private static func steps(_ day: Day) -> [FileName] {
        let (year, month, date) = day.civil
        return [
            "archive", FileName.literal(padded(year, 4)), FileName.literal(padded(month, 2)),
            FileName.literal(padded(date, 2)),
        ]
    }
}
