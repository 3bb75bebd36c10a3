import Dossiers
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

    private func move(_ folder: String, to other: String, of site: TestSite) throws {
        try FileManager.default.moveItem(atPath: "\(site.path)/\(folder)", toPath: "\(site.path)/\(other)")
    }

    @Test("FS11 while the outbox is away nothing is taken in or carried out; once it is back, everything is")
    func FS11_outboxGone() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try office.once()
        let hold = Order(.hold, dossier: DossierCode(try site.list()[0][0]), reason: "vì cần", by: "lan")
        try move("Outbox", to: "away", of: site)
        try site.dropComplete("s-2")
        try office.once()
        #expect(try site.list().map { $0[4] } == ["accepted"])
        #expect(site.names("Inbox/online") == ["s-2.zip"])
        #expect(try !office.carryOut(hold).isDone)

        try move("away", to: "Outbox", of: site)
        try office.once()
        #expect(visible(site, Self.agency).count == 2)
        #expect(try office.carryOut(hold).isDone)
        #expect(try site.incidents().isEmpty)
    }

    @Test("FS11 what is in hand when the outbox goes is committed once it is back")
    func FS11_outboxGoneMeanwhile() throws {
        let site = try TestSite()
        for id in ["s-1", "s-2", "s-3", "s-4"] { try site.dropComplete(id) }
        let office = try Office(site: site.path, now: site.now, mode: .once, batchSize: 1) { _ in }
        try office.once { _ in
            // The next one is being staged meanwhile.
            try? self.move("Outbox", to: "away", of: site)
        }
        #expect(try site.list().count == 1)
        try move("away", to: "Outbox", of: site)
        try office.once()
        #expect(try site.list().count == 4)
        #expect(visible(site, Self.agency).count == 4)
        #expect(site.names("State/working").isEmpty)
    }

    @Test(
        "FS1 FS7 where no folder stands in the outbox nothing is taken in, in service or from the start",
        arguments: [true, false])
    func FS1_FS7_noFolder(isLink: Bool) throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        let kind = "folder-closed:" + Self.agency
        func put() throws {
            try FileManager.default.removeItem(atPath: "\(site.path)/\(Self.agency)")
            if isLink {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(site.path)/\(Self.agency)", withDestinationPath: "/tmp")
            } else {
                try Data("x".utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(Self.agency)"))
            }
        }
        do {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try put()
            try site.dropComplete("s-2")
            try office.once()
        }
        try site.once()
        #expect(try site.incidents() == ["\(kind) true"])
        #expect(site.names("Inbox/online") == ["s-2.zip"])
        try FileManager.default.removeItem(atPath: "\(site.path)/\(Self.agency)")
        #expect(try site.once().count == 1)
        #expect(try site.incidents() == ["\(kind) true", "\(kind) false"])
        #expect(visible(site, Self.agency).count == 1)
    }

    @Test(
        "FS1 FS7 where no folder stands in the inbox it is told, and the others are served", arguments: [true, false])
    func FS1_FS7_noFolderInInbox(isLink: Bool) throws {
        let site = try TestSite()
        let folder = "Inbox/agencies/000.00.12.H34"
        let kind = "inbox-unreadable:agencies/000.00.12.H34"
        try site.once()
        try FileManager.default.removeItem(atPath: "\(site.path)/\(folder)")
        if isLink {
            try FileManager.default.createSymbolicLink(
                atPath: "\(site.path)/\(folder)", withDestinationPath: "/tmp")
        } else {
            try Data("x".utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(folder)"))
        }
        try site.dropComplete("s-1")
        for _ in 1...2 { try site.once() }
        #expect(try site.list().count == 1)
        #expect(try site.incidents() == ["\(kind) true"])
        #expect(
            try site.read("State/ledger/2026-11.jsonl")
                .contains(isLink ? "it is a symbolic link, which hoso does not follow" : "not a folder"))
        try FileManager.default.removeItem(atPath: "\(site.path)/\(folder)")
        try site.once()
        #expect(try site.incidents() == ["\(kind) true", "\(kind) false"])
    }
}
