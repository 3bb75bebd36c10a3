import Dossiers
import Files
import Foundation
import Intake
import Testing

@testable import Pipeline

@Suite("What the kernel tells of inbox folders", .timeLimit(.minutes(1)))
struct InboxWatchTests {
    private final class Place {
        let path = NSTemporaryDirectory() + "hoso-watch-" + UUID().uuidString
        let inbox: Folder
        let watcher: Watcher
        var watch: InboxWatch
        private(set) var failures = 0

        init() throws {
            inbox = try Folder(path: path, create: true)
            for name in ["online", "postal"] { _ = try inbox.folder(.literal(name), create: true) }
            watcher = try Watcher(signals: [])
            watch = InboxWatch(watcher)
            renew()
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func renew() { watch.renew([.online, .postal, .payments], in: inbox) { _, _ in failures += 1 } }
        func gather() throws { watch.take(try watcher.wait(milliseconds: 0)) }
    }

    @Test("A folder is to be looked at when it was never asked about, and then when something happened in it")
    func told() throws {
        let place = try Place()
        #expect(place.watch.untold() == [])
        #expect(place.watch.untold() == [.online, .postal])
        try place.inbox.folder("postal").replaceDurably("a", with: [])
        try place.gather()
        place.renew()
        #expect(place.watch.untold() == [.online])
        #expect(place.watch.untold() == [.online, .postal])
        #expect(place.failures == 0)
    }

    @Test("FS10 where more happened than the kernel keeps, every folder is to be looked at")
    func FS10_overflow() throws {
        let place = try Place()
        _ = place.watch.untold()
        var wake = Wake()
        wake.overflowed = true
        place.watch.take(wake)
        #expect(place.watch.untold() == [])
        #expect(place.watch.untold() == [.online, .postal])
    }

    @Test("A folder that was moved or removed is looked at until the one in its place is watched")
    func replaced() throws {
        let place = try Place()
        _ = place.watch.untold()
        try place.inbox.rename("online", to: place.inbox, as: "gone", replacing: false)
        try place.inbox.removeFolder("postal")
        try place.gather()
        for _ in 1...2 {
            #expect(place.watch.untold() == [])
            place.renew()
        }
        for name in ["online", "postal"] { _ = try place.inbox.folder(.literal(name), create: true) }
        place.renew()
        #expect(place.watch.untold() == [])
        #expect(place.watch.untold() == [.online, .postal])
        try place.inbox.folder("online").replaceDurably("a", with: [])
        try place.gather()
        #expect(place.watch.untold() == [.postal])
    }

    @Test("A folder that another stands in the place of is noticed, also where the kernel cannot tell")
    func unnoticed() throws {
        let agency = Channel.agency(try #require(AgencyCode("000.00.10.H34")))
        let place = try Place()
        _ = try place.inbox.folder(at: agency.path, create: true)
        func renew() { place.watch.renew([agency], in: place.inbox) { _, _ in } }
        renew()
        _ = place.watch.untold()
        #expect(place.watch.untold().contains(agency))
        try place.inbox.rename("agencies", to: place.inbox, as: "gone", replacing: false)
        _ = try place.inbox.folder(at: agency.path, create: true)
        try place.gather()
        renew()
        #expect(!place.watch.untold().contains(agency))
        #expect(place.watch.untold().contains(agency))
    }
}
