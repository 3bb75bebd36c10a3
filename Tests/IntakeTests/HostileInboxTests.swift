import Bytes
import Dossiers
import Files
import Foundation
import Testing

@testable import Intake

/// An inbox in which somebody plays tricks, looked at by the real look and claimed by the real claims.
@Suite("An inbox in hostile hands")
struct HostileInboxTests {
    private final class Place {
        let path = NSTemporaryDirectory() + "hoso-inbox-" + UUID().uuidString
        let inbox: Folder
        let working: Folder
        var look: Inbox
        var claims: Claims

        init() throws {
            inbox = try Folder(path: path + "/Inbox", create: true)
            working = try Folder(path: path + "/State/working", create: true)
            for channel in ["online", "postal"] { _ = try inbox.folder(FileName.literal(channel), create: true) }
            look = Inbox(
                folder: inbox, channels: [.online, .postal],
                patience: Patience(settleAfter: 0, shortFile: 0, waitForScans: 0),
                waitingRoom: try WaitingRoom(state: try Folder(path: path + "/State")),
                peeker: { _ in Peeker(limits: Limits()) })
            claims = Claims(inbox: inbox, working: working, run: "1.1", unsynced: Unsynced())
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func put(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/Inbox/online/\(name)"))
        }

        func ready() throws -> ReadyArrivals { try look.look(steady: 1, wall: 1).ready }
    }

    @Test("A file with a second name is left alone until it has one, and is never claimed")
    func FS1_hardLink() throws {
        let place = try Place()
        try place.put("a.xml", "<a/>")
        try FileManager.default.linkItem(
            atPath: place.path + "/Inbox/online/a.xml", toPath: place.path + "/elsewhere")
        let found = try place.look.look(steady: 1, wall: 1)
        #expect(found.ready.isEmpty)
        #expect(found.irregular == ["online/a.xml"])
        let arrival = Arrival(channel: .online, name: FileName.literal("a.xml"))
        #expect(try place.claims.claim([arrival]).isEmpty)
        try FileManager.default.removeItem(atPath: place.path + "/elsewhere")
        #expect(try place.claims.claim(place.ready()).count == 1)
    }

    @Test("A second name that is made after the claim is noticed when the file is opened")
    func FS2_linkedAfterTheClaim() throws {
        let place = try Place()
        try place.put("a.xml", "<a/>")
        let claim = try #require(try place.claims.claim(place.ready()).first)
        let contents = try PackageContents(claim: claim.folder, limits: Limits())
        try claim.folder.link(FileName.literal("a.xml"), to: place.working, as: FileName.literal("other"))
        #expect {
            try contents.form?.contents(limit: 100) ?? []
        } throws: { ($0 as? ParseError)?.code == .layout }
        #expect(try PackageContents(claim: claim.folder, limits: Limits()).form?.name == nil)
    }

    @Test("What is swapped for a symbolic link between look and claim is not claimed")
    func FS2_swappedForALink() throws {
        let place = try Place()
        try place.put("a.xml", "<a/>")
        let ready = try place.ready()
        try FileManager.default.removeItem(atPath: place.path + "/Inbox/online/a.xml")
        try FileManager.default.createSymbolicLink(
            atPath: place.path + "/Inbox/online/a.xml", withDestinationPath: "/etc/passwd")
        #expect(try place.claims.claim(ready).isEmpty)
        #expect(try place.working.entries().isEmpty)
    }

    @Test("A folder that is swapped for a symbolic link after the claim is not entered")
    func FS2_swappedFolder() throws {
        let place = try Place()
        try FileManager.default.createDirectory(
            atPath: place.path + "/Inbox/online/hs", withIntermediateDirectories: false)
        try place.put("hs/a.xml", "<a/>")
        let claim = try #require(try place.claims.claim(place.ready()).first)
        let inside = place.path + "/State/working/\(claim.id)/hs"
        try FileManager.default.removeItem(atPath: inside)
        try FileManager.default.createSymbolicLink(atPath: inside, withDestinationPath: "/etc")
        let contents = try PackageContents(claim: claim.folder, limits: Limits())
        #expect(contents.form?.name == nil && contents.files.isEmpty)
    }

    @Test("The same name that is written again while the first is read is another arrival; both are kept")
    func FS5_overwritten() throws {
        let place = try Place()
        try place.put("a.xml", "<first/>")
        let first = try #require(try place.claims.claim(place.ready()).first)
        try place.put("a.xml", "<second/>")
        let second = try #require(try place.claims.claim(place.ready()).first)
        #expect(first.id != second.id)
        let name = FileName.literal("a.xml")
        #expect(try first.folder.readAll(name, limit: 100) == Array("<first/>".utf8))
        #expect(try second.folder.readAll(name, limit: 100) == Array("<second/>".utf8))
    }

    @Test("A folder that has vanished is an incident and not an empty folder; the others are looked at")
    func FS11_vanishedFolder() throws {
        let place = try Place()
        try FileManager.default.moveItem(
            atPath: place.path + "/Inbox/postal", toPath: place.path + "/Inbox/gone")
        try place.put("a.xml", "<a/>")
        let found = try place.look.look(steady: 1, wall: 1)
        #expect(found.unreadable.map(\.channel) == [.postal])
        #expect(found.ready.map(\.channel) == [.online])
    }

    @Test("Folders within folders are gone into no deeper than a package is")
    func FS7_deepFolders() throws {
        let place = try Place()
        let deep = (0..<200).map { _ in "d" }.joined(separator: "/")
        try FileManager.default.createDirectory(
            atPath: place.path + "/Inbox/online/hs.xml/\(deep)", withIntermediateDirectories: true)
        let claim = try #require(try place.claims.claim(place.ready()).first)
        #expect { try PackageContents(claim: claim.folder, limits: Limits()) } throws: {
            ($0 as? ParseError)?.code == .layout
        }
    }

    @Test(
        "A folder in which two names differ in composition alone is refused as an archive is, and stays readable once taken",
        arguments: [("ảnh.pdf", "a\u{309}nh.pdf"), ("a\u{309}.xml.sig", "ả.xml.sig")])
    func ZP7_FS6_XS28_composedOtherwise(first: String, second: String) throws {
        let place = try Place()
        try FileManager.default.createDirectory(
            atPath: place.path + "/Inbox/online/hs", withIntermediateDirectories: false)
        for name in ["ả.xml", first, second] { try place.put("hs/\(name)", name) }
        let claim = try #require(try place.claims.claim(place.ready()).first)
        #expect {
            try PackageContents(claim: claim.folder, limits: Limits())
        } throws: { ($0 as? ParseError)?.code == .duplicate }
        let taken = try PackageContents(claim: claim.folder, limits: Limits(), isOurs: true)
        #expect([taken.form, taken.signature].compactMap(\.self).count + taken.files.count == 3)
    }

    @Test("Two names in a folder that differ in case are two files")
    func ZP7_otherCase() throws {
        let place = try Place()
        try FileManager.default.createDirectory(
            atPath: place.path + "/Inbox/online/hs", withIntermediateDirectories: false)
        for name in ["hs.xml", "cccd.pdf", "CCCD.pdf"] { try place.put("hs/\(name)", name) }
        let claim = try #require(try place.claims.claim(place.ready()).first)
        #expect(try PackageContents(claim: claim.folder, limits: Limits()).files.count == 2)
    }

    @Test("A folder with more names than any package has is ready to be refused, without a look at each")
    func FS10_folderFlood() throws {
        let place = try Place()
        try FileManager.default.createDirectory(
            atPath: place.path + "/Inbox/online/hs", withIntermediateDirectories: false)
        for number in 0...Folder.mostMembers { try place.put("hs/\(number).pdf", "") }
        let claim = try #require(try place.claims.claim(place.ready()).first)
        #expect {
            try PackageContents(claim: claim.folder, limits: Limits())
        } throws: { ($0 as? ParseError)?.code == .limits }
    }

    @Test("Who sends is read from forms, archives and folders; what cannot be read is nobody's")
    func senders() throws {
        let place = try Place()
        try place.put("a.xml", "<s xmlns=\"u\"><submitter account=\"0900000001\"/></s>")
        try place.put("b.xml", "<s")
        try place.put("c.zip", "PK")
        for folder in ["d", "e"] {
            try FileManager.default.createDirectory(
                atPath: place.path + "/Inbox/online/" + folder, withIntermediateDirectories: false)
            try place.put(folder + "/._a.xml", "<submitter account=\"0900000002\"/>")
        }
        try place.put("e/a.xml", "<submitter account=\"0900000003\"/>")
        let names = ["a.xml", "b.xml", "c.zip", "absent", "d", "e"].map { FileName.literal($0) }
        let online = try place.inbox.folder("online")
        #expect(
            try Peeker(limits: Limits()).senders(online, names) == ["0900000001", nil, nil, nil, nil, "0900000003"])
    }

    @Test(
        "The account stands in the first tag that is named for the submitter, in quotes of either kind",
        arguments: [
            ("<submitter account=\"0900\">", "0900"), ("<p:submitter id='1' account = '0900' >", "0900"),
            ("<submitter account=\"\"/>", ""), ("<submitter>account=\"0900\"", nil), ("<submitter account=0900>", nil),
            ("<submitter account=\"0900", nil), ("<submitter account='0900\">", nil), ("<submitter", nil), ("", nil),
        ] as [(String, String?)])
    func account(_ form: String, _ account: String?) {
        #expect(FormSender.account(in: Array(form.utf8)) == account)
    }

    @Test("No beginning of a form is more than a form without a sender")
    func prefixes() {
        let form = Array("<s xmlns=\"u\"><submitter account=\"0900\"/></s>".utf8)
        for end in form.indices {
            let account = FormSender.account(in: Array(form[..<end]))
            #expect(account == nil || account == "0900")
        }
    }
}
