import Bytes
import Files
import Foundation
import Intake
import Testing

/// An inbox folder that the kernel watches, looked at again while it has told nothing.
@Suite("A look at a folder of which nothing was told")
struct LullTests {
    private final class Place {
        let path = NSTemporaryDirectory() + "hoso-lull-" + UUID().uuidString
        let (inboxFolder, online): (Folder, Folder)
        private var inbox: Inbox

        init(settleAfter: Int = 0, trustsEvents: Int = 1_000) throws {
            inboxFolder = try Folder(path: path + "/Inbox", create: true)
            online = try inboxFolder.folder("online", create: true)
            inbox = Inbox(
                folder: inboxFolder, channels: [.online],
                patience: Patience(
                    settleAfter: settleAfter, shortFile: 0, waitForScans: 100, trustsEvents: trustsEvents),
                waitingRoom: try WaitingRoom(state: try Folder(path: path + "/State", create: true)),
                peeker: { _ in Peeker(limits: Limits()) })
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        /// In the place of what is there, without a new name.
        func put(_ name: String, naming file: String? = nil) throws {
            let attachment = file.map { "<attachment file=\"\($0)\"/>" } ?? ""
            let attachments = "<attachments>\(attachment)</attachments>"
            let form = "<submission xmlns=\"urn:hoso:package:1\">\(attachments)</submission>"
            try Data(form.utf8).write(to: URL(fileURLWithPath: "\(path)/Inbox/online/\(name)"))
        }

        func look(_ steady: Int, wall: Int = 1, told: Bool = false) throws -> Inbox.Look {
            try inbox.look(steady: steady, wall: wall, untold: told ? [] : [.online])
        }

        /// Until a change of the folder has another time than its last.
        func passTime() { Thread.sleep(forTimeInterval: 0.02) }
    }

    @Test("What was written to in its place is seen once the kernel tells, or when its silence is trusted no longer")
    func inPlace() throws {
        for told in [true, false] {
            let place = try Place()
            try place.put("a.xml", naming: "absent.pdf")
            #expect(try place.look(1).waiting == 1)
            try place.put("a.xml")
            let spared = try place.look(2)
            #expect(spared.ready.isEmpty && spared.waiting == 1)
            #expect(try place.look(told ? 3 : 1_000, told: told).ready.isEmpty == !told)
            #expect(try place.look(1_001).ready.map(\.name) == ["a.xml"])
        }
    }

    @Test("Where the kernel's silence is never trusted, every look is whole")
    func never() throws {
        let place = try Place(trustsEvents: 0)
        try place.put("a.xml", naming: "absent.pdf")
        #expect(try place.look(1).waiting == 1)
        try place.put("a.xml")
        #expect(try place.look(2).ready.count == 1)
    }

    @Test(
        "A name that is new is seen although nothing was told: written, renamed in, linked in, or in another's place",
        arguments: ["write", "rename", "link", "replace"])
    func newName(how: String) throws {
        let place = try Place()
        try place.put("old.xml", naming: "absent.pdf")
        try place.put("x.xml")
        try place.online.rename("x.xml", to: place.inboxFolder, as: "x.xml", replacing: false)
        #expect(try place.look(1).waiting == 1)
        place.passTime()
        switch how {
        case "write": try place.put("x.xml")
        case "rename": try place.inboxFolder.rename("x.xml", to: place.online, as: "x.xml", replacing: false)
        case "link": try place.inboxFolder.link("x.xml", to: place.online, as: "x.xml")
        default: try place.inboxFolder.rename("x.xml", to: place.online, as: "old.xml", replacing: true)
        }
        let found = try place.look(2)
        #expect(found.irregular == (how == "link" ? ["online/x.xml"] : []))
        #expect(found.ready.map(\.name) == (how == "link" ? [] : how == "replace" ? ["old.xml"] : ["x.xml"]))
    }

    @Test("FS1 a file of two names is seen when the other goes, of which no event tells")
    func FS1_secondName() throws {
        let place = try Place()
        try place.put("x.xml")
        try place.online.link("x.xml", to: place.inboxFolder, as: "x.xml")
        #expect(try place.look(1).irregular == ["online/x.xml"])
        let again = try place.look(2)
        #expect(again.ready.isEmpty && again.irregular.isEmpty)
        try place.inboxFolder.remove("x.xml")
        #expect(try place.look(3).ready.map(\.name) == ["x.xml"])
    }

    @Test("What comes into a folder that waits is seen, although no event of the inbox folder tells of it")
    func folderWithin() throws {
        let place = try Place()
        let package = try place.online.folder("p", create: true)
        try place.put("p/a.xml", naming: "a.pdf")
        try place.put("waits.pdf")
        #expect(try place.look(1).waiting == 2)
        #expect(try place.look(2).waiting == 2)
        try package.replaceDurably("a.pdf", with: Array("a".utf8))
        let found = try place.look(3)
        #expect(found.ready.map(\.name) == ["p"] && found.waiting == 1)
    }

    @Test("What is ready is told with every look until it is taken")
    func ready() throws {
        let place = try Place()
        try place.put("a.xml")
        for steady in 1...3 { #expect(try place.look(steady).ready.map(\.name) == ["a.xml"]) }
    }

    @Test("Quiet and patience end as they would if every look were whole")
    func ends() throws {
        let place = try Place(settleAfter: 10)
        try place.put("a.xml", naming: "absent.pdf")
        #expect(try place.look(1).settlesAt == 11)
        #expect(try place.look(5).settlesAt == 11)
        try place.put("a.xml", naming: "longer-absent.pdf")
        #expect(try place.look(11).settlesAt == 21)
        #expect(try place.look(21, wall: 1).waiting == 1)
        #expect(try place.look(22, wall: 100).waiting == 1)
        #expect(try place.look(23, wall: 101).ready.map(\.name) == ["a.xml"])
    }

    @Test("FS9 a clock that was set back is noticed, and starts waiting anew")
    func FS9_clockSetBack() throws {
        let place = try Place()
        try place.put("a.pdf")
        #expect(try place.look(1, wall: 1_000).waiting == 1)
        #expect(try place.look(2, wall: 10).waiting == 1)
        #expect(try place.look(3, wall: 109).waiting == 1)
        #expect(try place.look(4, wall: 110).ready.count == 1)
    }

    @Test("FS11 a folder that is not there is told of at every look; what waits in it goes on waiting when it is back")
    func FS11_vanished() throws {
        let place = try Place()
        try place.put("a.pdf")
        #expect(try place.look(1, wall: 1).waiting == 1)
        try place.inboxFolder.rename("online", to: place.inboxFolder, as: "gone", replacing: false)
        for steady in 2...3 {
            let found = try place.look(steady, wall: 50)
            #expect(found.unreadable.map(\.channel) == [.online] && found.waiting == 0)
        }
        try place.inboxFolder.rename("gone", to: place.inboxFolder, as: "online", replacing: false)
        #expect(try place.look(4, wall: 100).waiting == 1)
        #expect(try place.look(5, wall: 101).ready.count == 1)
    }

    @Test("Another folder in the place of the one that was looked at is looked through")
    func replaced() throws {
        let place = try Place()
        try place.put("a.pdf")
        #expect(try place.look(1).waiting == 1)
        try place.inboxFolder.rename("online", to: place.inboxFolder, as: "gone", replacing: false)
        _ = try place.inboxFolder.folder("online", create: true)
        try place.put("b.xml")
        let found = try place.look(2)
        #expect(found.ready.map(\.name) == ["b.xml"] && found.waiting == 0)
    }

    @Test("An upload that is named as unfinished waits for its name, however it grows")
    func unfinished() throws {
        let place = try Place()
        try place.put("a.xml.part")
        for steady in 1...2 {
            let found = try place.look(steady, told: true)
            #expect(found.ready.isEmpty && found.waiting == 0 && found.settlesAt == nil)
            try place.put("a.xml.part", naming: "a.pdf")
        }
        place.passTime()
        try place.online.rename("a.xml.part", to: place.online, as: "a.xml", replacing: false)
        #expect(try place.look(3).waiting == 1)
    }
}
