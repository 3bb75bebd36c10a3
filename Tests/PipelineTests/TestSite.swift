import Bytes
import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Testing

/// A site of a test's own, with the sample configuration and no waiting, gone with the test.
final class TestSite {
    let path: String
    /// The clock of law, moved by hand.
    var now: Moment

    init(settle: String = "0s", scans: String = "0s", now: String = "2026-11-23T14:00:00+07:00") throws {
        path = NSTemporaryDirectory() + "hoso-site-" + UUID().uuidString
        self.now = try #require(Moment(now))
        try NewSite.make(at: path) { file, bytes in
            guard file == "config/hoso.xml" else { return bytes }
            let text = String(decoding: bytes, as: UTF8.self)
                .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"\(settle)\"")
                .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"\(scans)\"")
            return Array(text.utf8)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Puts a file below the inbox, as a portal would.
    func drop(_ file: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: "\(path)/Inbox/\(file)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Puts in a dossier of land data that lacks nothing.
    func dropComplete(_ id: String) throws {
        let (card, deed) = (Forms.pdf("card"), Forms.pdf("deed \(id)"))
        let form = Forms.submission(
            id,
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        try drop("online/\(id).zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
    }

    /// The kinds of the incidents in the ledger, with whether each opened, in order.
    func incidents() throws -> [String] {
        var found: [String] = []
        try LedgerReading(folder: Folder(path: "\(path)/State/ledger")).forEach { entry in
            if case .incident(let kind, let open, _) = entry.event { found.append("\(kind) \(open)") }
        }
        return found
    }

    func at(_ time: String) throws { now = try #require(Moment(time + ":00+07:00")) }

    /// Sets what must be free on the disks for intake to go on.
    func reserve(_ size: String) throws {
        let text = try read("config/hoso.xml")
            .replacing(#/ reserve="[^"]*"/#, with: "")
            .replacing("<intake ", with: "<intake reserve=\"\(size)\" ")
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/config/hoso.xml"))
    }

    /// One pass; what became of each arrival.
    @discardableResult
    func once() throws -> [Outcome] {
        var outcomes: [Outcome] = []
        try Office(site: path, now: now, mode: .once) { _ in }.once { outcomes += $0 }
        return outcomes
    }

    func list() throws -> [[String]] {
        try SiteView(site: path, now: now).rows()
    }

    /// Names below the site, sorted; empty where the folder is not there.
    func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? [])
            .filter { $0 != ".gitkeep" }.sorted()
    }

    func read(_ file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)")), as: UTF8.self)
    }
}

extension SiteView {
    /// What `hoso list` prints, all together.
    func rows(state: DossierState? = nil, overdue: Bool = false) throws -> [[String]] {
        var rows: [[String]] = []
        try forEachRow(state: state, overdue: overdue) { rows.append($0.fields) }
        return rows
    }
}
