import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Settings
import Testing

@Suite("A procedure that left the catalogue before its dossiers were closed")
struct LostProcedureTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")
    private let kind = "procedure-gone:1.004269"

    /// A site with one open dossier of level 3, and its code.
    private func site() throws -> (TestSite, DossierCode) {
        let site = try TestSite()
        try drop("s-1", into: site)
        return (site, try #require(try site.once().first?.dossier))
    }

    private func drop(_ id: String, into site: TestSite) throws {
        let form = Forms.submission(
            id,
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        try site.drop("online/\(id).zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
    }

    private func remove(_ site: TestSite) throws {
        try FileManager.default.moveItem(atPath: file(site), toPath: "\(site.path)/removed.xml")
    }

    private func putBack(_ site: TestSite) throws {
        try FileManager.default.moveItem(atPath: "\(site.path)/removed.xml", toPath: file(site))
    }

    private func file(_ site: TestSite) -> String { "\(site.path)/config/procedures/1.004269.xml" }

    private func withdrawal(_ id: String, _ code: DossierCode) -> [UInt8] {
        Forms.message("withdrawal", id, dossier: code.description, account: "0900000001", "")
    }

    private func incidents(_ site: TestSite) throws -> [String] {
        var found: [String] = []
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            guard case .incident(let kind, let open, let effect) = entry.event else { return }
            found.append("\(kind) \(open) \(effect)")
        }
        return found
    }

    @Test("What comes for an open dossier meanwhile is kept, and takes its effect once the procedure is back")
    func Dieu4_1_kept() throws {
        let (site, code) = try site()
        try remove(site)
        try site.drop("online/w.xml", withdrawal("w-1", code))
        #expect(try site.once().isEmpty)
        #expect(try site.once().isEmpty, "kept as often as hoso starts")
        #expect(site.names("State/working").count == 1)
        #expect(try site.list().first?[4] == "accepted")
        try putBack(site)
        #expect(try site.once().map(\.state) == ["withdrawn"])
        #expect(site.names("State/working").isEmpty)
    }

    @Test("It is told at once, with the codes: by an incident, the doctor, config check and whoever takes an order")
    func Dieu13_7_told() throws {
        let (site, code) = try site()
        func diagnosis() throws -> [Diagnosis] {
            try Doctor.examine(site: site.path, now: site.now).filter { $0.subject == "procedures" }
        }
        func problems() throws -> [String] {
            try SiteView.problems(site: site.path, now: site.now).map(\.description)
                .filter { $0.hasPrefix("config/procedures") }
        }
        #expect(try diagnosis().map(\.grade) == [.ok])
        #expect(try problems().isEmpty)
        try remove(site)
        func office() throws -> Office { try Office(site: site.path, now: site.now, mode: .once) { _ in } }
        let answer = try office().carryOut(Order(.hold, dossier: code, reason: "xem lại", by: "hoa"))
        #expect(!answer.isDone && answer.text.contains("1.004269, is not in the catalogue"), "\(answer)")
        let told = try #require(try incidents(site).last)
        #expect(told.hasPrefix("\(kind) true") && told.contains("\(code)"), "\(told)")
        #expect(told.hasSuffix("Open dossiers concerned: 1."), "\(told)")
        #expect(try diagnosis().map(\.grade) == [.failure])
        #expect(try diagnosis().first?.text.contains("\(code)") == true)
        let problem = try #require(try problems().first)
        #expect(problem.hasPrefix("config/procedures/1.004269.xml:1: warning: "), "\(problem)")
        #expect(problem.contains("\(code)"))
        try putBack(site)
        _ = try office()
        #expect(try incidents(site).last?.hasPrefix("\(kind) false") == true)
    }

    @Test("A procedure may leave the catalogue once its dossiers are closed: what comes for them is answered so")
    func Dieu4_1_closed() throws {
        let (site, code) = try site()
        try site.drop("online/w.xml", withdrawal("w-1", code))
        try site.once()
        try remove(site)
        try site.drop("online/x.xml", withdrawal("w-2", code))
        #expect(try site.once().map(\.reasons) == [["closed"]])
        #expect(try incidents(site).isEmpty)
    }

    @Test("A procedure ends by validUntil: new dossiers are refused from the day after, open ones go on")
    func Dieu1_ended() throws {
        let (site, code) = try site()
        let text = try site.read("config/procedures/1.004269.xml")
            .replacing("code=\"1.004269\"", with: "code=\"1.004269\" validUntil=\"2026-11-23\"")
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(site)))
        try drop("s-2", into: site)
        #expect(try site.once().map(\.state) == ["accepted"])
        try site.at("2026-11-25T08:00")
        try drop("s-3", into: site)
        #expect(try site.once().map(\.reasons) == [["unknown-procedure"]])
        try site.drop("online/w.xml", withdrawal("w-1", code))
        #expect(try site.once().map(\.state) == ["withdrawn"])
    }
}
