import Foundation
import Pipeline
import Testing

@Suite("A folder of the outbox that is moved away, replaced or removed while hoso serves")
struct DisplacedFolderTests {
    private static let agency = "Outbox/agencies/000.00.12.H34"

    private func visible(_ site: TestSite, _ folder: String) -> [String] {
        site.names(folder).filter { !$0.hasPrefix(".") }
    }

    @Test("FS11 what leaves goes into the folder that stands there now", arguments: [agency, "Outbox/notices"])
    func FS11_replaced(folder: String) throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try office.once()
        let before = visible(site, folder).count
        try FileManager.default.moveItem(atPath: "\(site.path)/\(folder)", toPath: site.path + "/fetched")
        try FileManager.default.createDirectory(atPath: "\(site.path)/\(folder)", withIntermediateDirectories: false)
        try site.dropComplete("s-2")
        try office.once()
        #expect(visible(site, folder).count == before)
        #expect(visible(site, "fetched").count == before)
        #expect(try site.incidents().isEmpty)
    }

    @Test(
        "FS11 one that went is made anew, and told once, until the next start",
        arguments: [agency, "Outbox/notices", "Outbox/incidents", "Outbox/portal"])
    func FS11_gone(folder: String) throws {
        let site = try TestSite()
        try site.drop("online/bad.xml", Array("<!DOCTYPE a><a/>".utf8))
        try site.dropComplete("s-1")
        let kind = "folder-made:" + folder
        do {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try office.once()
            for id in ["s-2", "s-3"] {
                try FileManager.default.removeItem(atPath: "\(site.path)/\(folder)")
                try site.dropComplete(id)
                try office.once()
                #expect(!visible(site, folder).isEmpty || folder == "Outbox/incidents")
                #expect(try site.list().filter { $0[4] != "refused" }.count == (id == "s-2" ? 2 : 3))
            }
            #expect(try site.incidents() == ["\(kind) true"])
        }
        try site.once()
        #expect(try site.incidents() == ["\(kind) true", "\(kind) false"])
    }

    @Test("FS11 what was staged already when its folder went is staged again")
    func FS11_staged() throws {
        let site = try TestSite()
        for id in ["s-1", "s-2", "s-3", "s-4"] { try site.dropComplete(id) }
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
