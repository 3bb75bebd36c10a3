import Delivery
package import Dossiers
import Files
import Foundation
import Intake
import Ledgers
import Settings

/// `hoso outbox check`: tries whether an agency's reader keeps the contract of `hoso-formats(5)`.
package struct OutboxProbe {
    private static let look = 0.1
    /// No acknowledgement is as long.
    private static let longest = 100_000

    private let site: Site
    private let agency: AgencyCode
    private let folders: SiteFolders
    private let now: Moment

    /// Nil where the site has no such agency.
    package init?(site path: String, agency: AgencyCode, now: Moment?) throws {
        folders = try SiteFolders(opening: path)
        site = try folders.checkedSite()
        guard site.catalogue.agencies[agency] != nil else { return nil }
        self.agency = agency
        self.now = LawClock(fixed: now, offset: site.offset).now
    }

    /// What was found, step by step, each told as soon as it is known.
    ///
    /// - Parameters:
    ///   - hiddenFor: how long a file stands there under a hidden name; in seconds.
    ///   - patience: how long the reader is given to take a whole file, and again to acknowledge it; in seconds.
    package func run(hiddenFor: Int, patience: Int, tell: (Diagnosis) -> Void) throws {
        let number = MachineClock.realtime().seconds % 1_000_000_000
        guard let probe = ProbeDossier(for: agency, site: site, number: max(10_000, number), now: now) else {
            tell(.warning("reader", "no procedure of this site is \(agency)'s", do: "Name an agency that answers one."))
            return
        }
        let channel = Channel.agency(agency)
        guard let outbox = try folders.outbox(of: site) else { return tell(missing("Outbox")) }
        guard let inbox = try folders.inbox(of: site)?.standing(at: channel.path) else {
            return tell(missing("Inbox/\(channel)"))
        }
        // Before its first dossier the agency has none.
        let here = try outbox.folder(at: ["agencies", FileName.literal(agency.description)], create: true, mode: nil)
        let form = site.catalogue.agencies[agency]?.delivery ?? .zip
        let name = FileName.literal(form == .zip ? "\(probe.code).zip" : "\(probe.code)")
        let hidden = FileName.literal(".hoso-probe-\(probe.code).part")
        guard try leavesHidden(probe, form, here, hidden, hiddenFor, tell) else { return }
        try here.rename(hidden, to: here, as: name, replacing: false)
        try here.sync()
        guard try takes(here, name, patience, tell) else { return }
        try acknowledges(probe.code, in: inbox, patience, tell)
    }

    /// What others drop into or fetch from is not made here, so that a start still misses what was lost (FS11).
    private func missing(_ folder: String) -> Diagnosis {
        .failure(
            "folders", "\(folder) is not there",
            do:
                "Where it was moved away, put it back; else start hoso, or reload it, which makes it. Then call this again."
        )
    }

    /// Lets a file stand there under a hidden name: whoever takes it would take half a file at other times.
    private func leavesHidden(
        _ probe: ProbeDossier, _ form: Agency.Delivery, _ here: Folder, _ hidden: FileName, _ seconds: Int,
        _ tell: (Diagnosis) -> Void
    ) throws -> Bool {
        switch form {
        case .zip:
            var file = OutboxFile(try here.create(hidden, mode: 0o640))
            try probe.bundle.write(to: &file)
            _ = try file.close()
        case .folder:
            let unsynced = Unsynced()
            _ = try probe.bundle.layOut(
                in: try OutboxFolder(
                    here.folder(hidden, create: true, mode: nil, unsynced: unsynced), unsynced: unsynced))
            try unsynced.sync()
        }
        for _ in 0..<(seconds * 10) {
            guard try here.status(of: hidden) != nil else {
                tell(
                    .failure(
                        "hidden names", "the reader took a file whose name begins with a dot",
                        do: "Ignore names that begin with a dot: they are still being written."))
                return false
            }
            Thread.sleep(forTimeInterval: Self.look)
        }
        tell(.ok("hidden names", "a file under a hidden name was left alone for \(seconds) s"))
        return true
    }

    private func takes(
        _ here: Folder, _ name: FileName, _ patience: Int, _ tell: (Diagnosis) -> Void
    ) throws -> Bool {
        let start = MachineClock.monotonic()
        for _ in 0..<(patience * 10) {
            guard try here.status(of: name) != nil else {
                let tenths = (MachineClock.monotonic() - start) / 100_000_000
                tell(.ok("taking", "the file was taken \(tenths / 10).\(tenths % 10) s after it appeared"))
                return true
            }
            Thread.sleep(forTimeInterval: Self.look)
        }
        try here.removeTree(name)
        tell(
            .failure(
                "taking", "the file still lay there after \(patience) s; it is taken back",
                do: "See that the reader runs, may write to \(here.path), and moves or deletes what it has taken."))
        return false
    }

    /// In the agency's inbox folder, or, where hoso was quicker, in its ledger, which records what is unknown to it.
    private func acknowledges(
        _ code: DossierCode, in folder: Folder, _ patience: Int, _ tell: (Diagnosis) -> Void
    ) throws {
        let channel = Channel.agency(agency)
        var rejected = Rejected()
        for _ in 0..<(patience * 2) {
            if try names(code, in: folder) || recorded(code, &rejected) {
                tell(.ok("acknowledging", "an acknowledgement that names \(code) came to Inbox/\(channel)"))
                return
            }
            Thread.sleep(forTimeInterval: 0.5)
        }
        tell(
            .warning(
                "acknowledging", "no acknowledgement of \(code) came within \(patience) s",
                do:
                    "Drop one into Inbox/\(channel) for each dossier: without it the hand-over counts as late (Điều 14.4)."
            ))
    }

    private func names(_ code: DossierCode, in folder: Folder) throws -> Bool {
        for name in try folder.entries() where name.suffix == "xml" {
            do {
                let bytes = try folder.readAll(name, limit: Self.longest)
                if String(decoding: bytes, as: UTF8.self).contains(code.description) { return true }
            } catch {
                // It may go while we look, since hoso takes it; and what is no plain file is no acknowledgement.
                guard error.isNotFound || error.isNotRegular || error.isTooLarge else { throw error }
            }
        }
        return false
    }

    /// The acknowledgements that were rejected since the probe began, as far as the ledger was read.
    private struct Rejected {
        var entries: [Entry] = []
        var end = LedgerReading.End()
    }

    /// A message for a dossier that nobody has is rejected, and its entry names none: what was archived tells.
    private func recorded(_ code: DossierCode, _ rejected: inout Rejected) throws -> Bool {
        let channel = Channel.agency(agency).description
        guard let state = try folders.state(of: site) else { return false }
        let reading = LedgerReading(folder: try state.standing(at: ["ledger"]))
        let end = try reading.forEachRejection(after: rejected.end) { entry, rejection in
            guard entry.at >= now, rejection.channel == channel,
                rejection.reason == RejectionReason.unknownDossier.rawValue, rejection.kind == "acknowledgement"
            else { return }
            rejected.entries.append(entry)
        }
        // Behind half a line nobody can go on.
        if !end.lacksLineEnd { rejected.end = end }
        guard !rejected.entries.isEmpty, try state.status(of: "working") != nil else { return false }
        let archive = try Archive(state: state)
        return try rejected.entries.contains { entry in
            guard let folder = try archive.openRejected(entry.claim, on: entry.at.day) else { return false }
            return try names(code, in: folder)
        }
    }
}
