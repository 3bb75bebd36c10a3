import Files
import Foundation
import Glibc
import Testing

@Suite("Watching", .timeLimit(.minutes(1)))
struct WatcherTests {
    @Test("Time runs out without anything having happened")
    func timeout() throws {
        let place = try TemporaryFolder()
        let watcher = try Watcher(signals: [])
        try watcher.watch(place.path)
        let start = MachineClock.monotonic()
        #expect(try watcher.wait(milliseconds: 30) == Wake())
        #expect(MachineClock.monotonic() - start >= 30_000_000)
        #expect(try watcher.wait(milliseconds: 0) == Wake())
    }

    @Test(
        "Whatever arrives wakes: written, renamed in, linked in, a folder",
        arguments: ["write", "rename", "link", "folder"])
    func arrivals(how: String) throws {
        let (place, outside) = (try TemporaryFolder(), try TemporaryFolder())
        try outside.put("x", "x")
        let watcher = try Watcher(signals: [])
        if how == "link" { try watcher.watch(place.folder) } else { try watcher.watch(place.path) }
        try watcher.watch(place.path)
        switch how {
        case "write": try place.put("x", "x")
        case "rename": try outside.folder.rename(.literal("x"), to: place.folder, as: .literal("x"), replacing: false)
        case "link": try outside.folder.link(.literal("x"), to: place.folder, as: .literal("x"))
        default: _ = try place.folder.folder(.literal("x"), create: true)
        }
        let wake = try watcher.wait(milliseconds: 10_000)
        #expect(wake.changed && !wake.overflowed && wake.signals.isEmpty)
        #expect(try watcher.wait(milliseconds: 0) == Wake(), "one waking takes all that happened")
    }

    @Test("What we take out ourselves does not wake us")
    func ownClaims() throws {
        let (place, outside) = (try TemporaryFolder(), try TemporaryFolder())
        try place.put("a", "")
        try place.put("b", "")
        let watcher = try Watcher(signals: [])
        try watcher.watch(place.path)
        try place.folder.rename(.literal("a"), to: outside.folder, as: .literal("a"), replacing: false)
        try place.folder.remove(.literal("b"))
        #expect(try watcher.wait(milliseconds: 20) == Wake())
    }

    @Test("Only a folder that is there can be watched")
    func notAFolder() throws {
        let place = try TemporaryFolder()
        try place.put("file", "")
        let watcher = try Watcher(signals: [])
        let error = #expect(throws: FileError.self) { try watcher.watch(place.path("absent")) }
        #expect(error?.isNotFound == true)
        #expect(throws: FileError.self) { try watcher.watch(place.path("file")) }
        #expect(Watcher.canWatch(place.path))
        #expect(!Watcher.canWatch(place.path("absent")))
    }

    @Test("Signals come out of the wait, each with its number")
    func blockedSignals() throws {
        let watcher = try Watcher(signals: [SIGUSR1, SIGHUP])
        pthread_kill(pthread_self(), SIGUSR1)
        pthread_kill(pthread_self(), SIGHUP)
        let wake = try watcher.wait(milliseconds: 10_000)
        #expect(Set(wake.signals) == [SIGUSR1, SIGHUP] && !wake.changed)
        #expect(try watcher.wait(milliseconds: 0) == Wake())
    }

    @Test("A folder that goes away wakes")
    func vanishes() throws {
        let place = try TemporaryFolder()
        _ = try place.folder.folder(.literal("inbox"), create: true)
        let watcher = try Watcher(signals: [])
        let number = try watcher.watch(place.path("inbox"))
        try place.folder.removeFolder(.literal("inbox"))
        let wake = try watcher.wait(milliseconds: 10_000)
        #expect(wake.folders == [number] && wake.lost == [number])
    }

    @Test("Of two folders the one in which something happened is told, and one that was moved is told as lost")
    func whichFolder() throws {
        let place = try TemporaryFolder()
        let (one, two) = (try place.folder.folder("one", create: true), try place.folder.folder("two", create: true))
        let watcher = try Watcher(signals: [])
        let (first, second) = (try watcher.watch(one), try watcher.watch(two))
        #expect(try first != second && watcher.watch(place.path("one")) == first)
        try two.replaceDurably("a", with: [])
        #expect(try watcher.wait(milliseconds: 10_000).folders == [second])
        try place.folder.rename("one", to: place.folder, as: "three", replacing: false)
        let wake = try watcher.wait(milliseconds: 10_000)
        #expect(wake.folders == [first] && wake.lost == [first] && !wake.overflowed)
        #expect(try watcher.watch(two) == second)
    }

    @Test("More changes than the kernel keeps are told as such")
    func FS10_overflowIsTold() throws {
        let text = try? String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        guard let limit = text.flatMap({ Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }), limit <= 20_000
        else {
            return
        }
        let place = try TemporaryFolder(memory: FileManager.default.fileExists(atPath: "/dev/shm"))
        let watcher = try Watcher(signals: [])
        try watcher.watch(place.path)
        let names = [FileName.literal("a"), .literal("b")]
        try place.put("a", "")
        // Two names in turn, since the kernel folds like events that follow each other into one.
        for index in 0...limit {
            try place.folder.rename(names[index & 1], to: place.folder, as: names[1 - index & 1], replacing: true)
        }
        let wake = try watcher.wait(milliseconds: 0)
        #expect(wake.overflowed && wake.changed)
        #expect(try watcher.wait(milliseconds: 0) == Wake())
    }
}
