import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Testing

@Suite("A folder of the outbox that is moved away, replaced or removed while hoso serves")
struct DisplacedFolderTests {
    private static let agency = "Outbox/agencies/000.00.12.H34"
    private let card = Forms.pdf("card")

    private func drop(_ id: String, into site: TestSite) throws {
        let deed = Forms.pdf("deed \(id)")
        let form = Forms.submission(
            id,
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        try site.drop("online/\(id).zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
    }

    private func incidents(_ site: TestSite) throws -> [String] {
        var found: [String] = []
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            if case .incident(let kind, let open, _) = entry.event { found.append("\(kind) \(open)") }
        }
        return found
    }

    private func visible(_ site: TestSite, _ folder: String) -> [String] {
        site.names(folder).filter { !$0.hasPrefix(".") }
    }

    @Test("FS11 what leaves goes into the folder that stands there now", arguments: [agency, "Outbox/notices"])
    func FS11_replaced(folder: String) throws {
        let site = try TestSite()
        try drop("s-1", into: site)
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try office.once()
        let before = visible(site, folder).count
        try FileManager.default.moveItem(atPath: "\(site.path)/\(folder)", toPath: site.path + "/fetched")
        try FileManager.default.createDirectory(atPath: "\(site.path)/\(folder)", withIntermediateDirectories: false)
        try drop("s-2", into: site)
        try office.once()
        #expect(visible(site, folder).count == before)
        #expect(visible(site, "fetched").count == before)
        #expect(try incidents(site).isEmpty)
    }

    @Test(
        "FS11 one that went is made anew, and told once, until the next start",
        arguments: [agency, "Outbox/notices", "Outbox/incidents", "Outbox/portal"])
    func FS11_gone(folder: String) throws {
        let site = try TestSite()
        try site.drop("online/bad.xml", Array("<!DOCTYPE a><a/>".utf8))
        try drop("s-1", into: site)
        let kind = "folder-made:" + folder
        do {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try office.once()
            for id in ["s-2", "s-3"] {
                try FileManager.default.removeItem(atPath: "\(site.path)/\(folder)")
                try drop(id, into: site)
                try office.once()
                #expect(!visible(site, folder).isEmpty || folder == "Outbox/incidents")
                #expect(try site.list().filter { $0[4] != "refused" }.count == (id == "s-2" ? 2 : 3))
            }
            #expect(try incidents(site) == ["\(kind) true"])
        }
        try site.once()
        #expect(try incidents(site) == ["\(kind) true", "\(kind) false"])
    }

    @Test("FS11 what was staged already when its folder went is staged again")
    func FS11_staged() throws {
        let site = try TestSite()
        for id in ["s-1", "s-2", "s-3", "s-4"] { try drop(id, into: site) }
        let office = try Office(site: site.path, now: site.now, mode: .once, batchSize: 1) { _ in }
        let fetched = site.path + "/fetched"
        try office.once { _ in
            // The next one is being staged meanwhile.
            guard !FileManager.default.fileExists(atPath: fetched) else { return }
            try? FileManager.default.moveItem(atPath: "\(site.path)/\(Self.agency)", toPath: fetched)
        }
        #expect(visible(site, "fetched").count == 1)
        #expect(visible(site, Self.agency).count == 3)
        #expect(try site.list().count == 4)
    }
}
