package import Dossiers
package import Files
private import Synchronization

/// Keeps every claim for good, below `State/`: nothing is ever deleted.
///
/// The folders that it makes and the names that it gives last once what it enters in its `Unsynced` was synced.
package final class Archive: Sendable {
    /// Where one claim comes to lie.
    package struct Place: Sendable {
        let claim: FileName
        let folder: Folder
        let name: FileName
        /// What is laid beside the files.
        let reason: [UInt8]?
    }

    /// Stands between the code of a dossier and the claim: no folder for each dossier is to be made, and to be synced.
    private static let mark: Character = ","

    private let state: Folder
    private let working: Folder
    private let unsynced: Unsynced
    /// The folder of the day that was asked for last: nearly always the next one too.
    private let day = Mutex<(day: Day, folder: Folder)?>(nil)

    package init(state: Folder, unsynced: Unsynced = Unsynced()) throws(FileError) {
        self.state = state
        self.unsynced = unsynced
        working = try state.folder("working", create: true, unsynced: unsynced)
    }

    /// Makes the folder that a claim belongs in, to be synced before anything is moved there.
    package func place(of claim: String, _ disposition: Disposition) throws(FileError) -> Place {
        let (folder, name) = try destination(of: claim, disposition)
        return Place(
            claim: FileName.literal(claim), folder: folder, name: name,
            reason: reason(of: disposition).map { Array($0.utf8) })
    }

    /// Moves a claim out of `State/working/`; one that is no longer there was moved before.
    package func move(to place: Place) throws(FileError) {
        do throws(FileError) {
            if let reason = place.reason {
                let inside = try working.folder(place.claim)
                try makeWay(inside, for: reason)
                try inside.replaceDurably(Self.reasonFile, with: reason, mode: 0o640)
            }
            try working.rename(place.claim, to: place.folder, as: place.name, replacing: false)
        } catch  where error.isNotFound {
            return
        } catch  where error.isExists {
            // Copied twice, before it was moved and after: only a State that was put back has it in both places.
            try working.rename(
                place.claim, to: try state.folder("copied", create: true, unsynced: unsynced), as: place.claim,
                replacing: false)
        }
        unsynced.insert(place.folder)
        unsynced.insert(left: working)
    }

    /// The claims that lie in a day's folder, by their dossiers' codes.
    package func claims(on day: Day) throws(FileError) -> [String: [String]] {
        var claims: [String: [String]] = [:]
        for name in try find([], of: day)?.entries() ?? [] {
            guard let parts = name.text?.split(separator: Self.mark, maxSplits: 1), parts.count == 2 else { continue }
            claims[String(parts[0]), default: []].append(String(parts[1]))
        }
        return claims
    }

    /// The folder of a dossier's claim, in the archive or still in hand; nil where it is in neither.
    package func open(_ claim: String, of dossier: DossierCode) throws(FileError) -> Folder? {
        let name = FileName.literal(claim)
        if let inHand = try existing(name, in: working) { return inHand }
        return try find([Self.name(of: claim, dossier)], of: dossier.day)
    }

    /// The folder of a claim that was rejected, in the archive or still in hand; nil where it is in neither.
    package func openRejected(_ claim: String, on day: Day) throws(FileError) -> Folder? {
        let name = FileName.literal(claim)
        if let inHand = try existing(name, in: working) { return inHand }
        return try find(["rejected", name], of: day)
    }

    /// Makes nothing where it is not there.
    private func find(_ steps: [FileName], of wanted: Day) throws(FileError) -> Folder? {
        let known = day.withLock { $0?.day == wanted ? $0?.folder : nil }
        var folder = known ?? state
        for step in (known == nil ? Self.steps(wanted) : []) + steps {
            guard let next = try existing(step, in: folder) else { return nil }
            folder = next
        }
        return folder
    }

    private func existing(_ name: FileName, in folder: Folder) throws(FileError) -> Folder? {
        do throws(FileError) {
            return try folder.folder(name)
        } catch  where error.isNotFound {
            return nil
        }
    }

    private func destination(
        of id: String, _ disposition: Disposition
    ) throws(FileError) -> (Folder, FileName) {
        let claim = FileName.literal(id)
        return switch disposition {
        case .dossier(let code): (try folder(of: code.day), Self.name(of: id, code))
        case .refused(let day): (try folder("refused", of: day), claim)
        case .repeated(let day): (try folder("repeated", of: day), claim)
        case .feedback(let day): (try folder("feedback", of: day), claim)
        case .yearlyReport(let day): (try folder("yearly-reports", of: day), claim)
        case .rejected(let day): (try folder("rejected", of: day), claim)
        case .quarantined(let quarantined):
            (
                try state.folder("quarantine", create: true, unsynced: unsynced),
                FileName.literal(quarantined.name)
            )
        case .unmatched(let item, _):
            (try state.folder("unmatched", create: true, unsynced: unsynced), FileName.literal(item.name))
        }
    }

    private func folder(_ name: FileName, of day: Day) throws(FileError) -> Folder {
        try folder(of: day).folder(name, create: true, unsynced: unsynced)
    }

    private func folder(of wanted: Day) throws(FileError) -> Folder {
        if let known = day.withLock({ $0 }), known.day == wanted { return known.folder }
        let folder = try state.folder(at: Self.steps(wanted), create: true, unsynced: unsynced)
        day.withLock { $0 = (wanted, folder) }
        return folder
    }

    /// What is laid beside the files of a claim that could not be taken in.
    package static let reasonFile: FileName = "reason.txt"
    /// What a sender's own `reason.txt` is called there: no arrival has such a name, which says that it is being written.
    package static let sendersReasonFile: FileName = "reason.txt~"

    /// A sender may call his own file or folder `reason.txt`: it keeps its contents under another name.
    private func makeWay(_ claim: Folder, for reason: [UInt8]) throws(FileError) {
        let name = Self.reasonFile
        guard let status = try claim.status(of: name) else { return }
        let isOurs =
            status.kind == .regular && status.size == reason.count
            ? try claim.readAll(name, limit: reason.count) == reason : false
        guard !isOurs else { return }
        try claim.rename(name, to: claim, as: Self.sendersReasonFile, replacing: false)
    }

    private func reason(of disposition: Disposition) -> String? {
        switch disposition {
        case .quarantined(let quarantined):
            "\(quarantined.code)\nfrom: Inbox/\(quarantined.channel)\n\(quarantined.reason)\n"
        case .unmatched(let item, let day): StrayNote(item, since: day).text
        case .dossier, .refused, .repeated, .rejected, .feedback, .yearlyReport: nil
        }
    }

    private static func name(of claim: String, _ dossier: DossierCode) -> FileName {
        FileName.literal("\(dossier)\(mark)\(claim)")
    }

    private static func steps(_ day: Day) -> [FileName] {
        let (year, month, date) = day.civil
        return [
            "archive", FileName.literal(padded(year, 4)), FileName.literal(padded(month, 2)),
            FileName.literal(padded(date, 2)),
        ]
    }
}
