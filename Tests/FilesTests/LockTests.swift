import Files
import Foundation
import Glibc
import Testing

@Suite("Locks and leases")
struct LockTests {
    let name = FileName.literal("lock")

    @Test("A second holder is refused, and told who the first is")
    func FS13_secondHolderIsRefused() throws {
        let place = try TemporaryFolder()
        do {
            let first = try SiteLock(folder: place.folder, name: name)
            let refused = #expect(throws: LockHeld.self) { try SiteLock(folder: place.folder, name: name) }
            #expect(refused?.process == Int(getpid()))
            #expect(abs((refused?.since ?? 0) - MachineClock.realtime().seconds) < 60)
            #expect(refused?.description == "\(place.path("lock")) is held by process \(getpid()).")
            withExtendedLifetime(first) {}
        }
        let again = try SiteLock(folder: place.folder, name: name)
        withExtendedLifetime(again) {}
    }

    static let program = "/usr/bin/flock"

    @Test(
        "Another process is kept out while we hold it",
        .enabled(if: FileManager.default.isExecutableFile(atPath: program)))
    func FS13_otherProcessIsKeptOut() throws {
        let place = try TemporaryFolder()
        let arguments = ["-n", "-E", "9", place.path("lock"), "/bin/true"]
        do {
            let lock = try SiteLock(folder: place.folder, name: name)
            let outcome = try ChildProcess.run(executable: Self.program, arguments: arguments, timeout: .seconds(20))
            #expect(outcome.status == 9)
            withExtendedLifetime(lock) {}
        }
        #expect(try ChildProcess.run(executable: Self.program, arguments: arguments, timeout: .seconds(20)).status == 0)
    }

    @Test(
        "We are kept out while another process holds it, and not once it was killed",
        .enabled(if: FileManager.default.isExecutableFile(atPath: program)), .timeLimit(.minutes(1)))
    func FS13_weAreKeptOut() throws {
        let place = try TemporaryFolder()
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: Self.program)
        holder.arguments = [
            "-o", place.path("lock"), "-c",
            "echo '4711 1700000000' > \(place.path("lock")); touch \(place.path("held")); exec sleep 10",
        ]
        try holder.run()
        while try place.folder.status(of: .literal("held")) == nil { usleep(5000) }
        let refused = #expect(throws: LockHeld.self) { try SiteLock(folder: place.folder, name: name) }
        #expect(refused?.process == 4711 && refused?.since == 1_700_000_000)
        kill(holder.processIdentifier, SIGKILL)
        var lock: SiteLock?
        while lock == nil {
            do {
                lock = try SiteLock(folder: place.folder, name: name)
            } catch is LockHeld {
                usleep(5000)
            }
        }
        withExtendedLifetime(lock) {}
    }

    @Test("A symbolic link in the place of the lock is not followed")
    func FS1_lockIsNoLink() throws {
        let place = try TemporaryFolder()
        try place.put("target", "kept")
        try place.symbolicLink("lock", to: "target")
        #expect(throws: FileError.self) { try SiteLock(folder: place.folder, name: name) }
        #expect(try place.text("target") == "kept")
    }

    @Test("A writer shows while it has the file open, and no longer")
    func FS4_writerShows() throws {
        let place = try TemporaryFolder()
        try place.put("scan", "page 1")
        let file = try place.folder.open(.literal("scan"))
        guard WriterLease.hasWriter(file) != nil else { return }
        #expect(WriterLease.hasWriter(file) == false)
        let writer = unsafe Glibc.open(place.path("scan"), O_WRONLY | O_APPEND)
        #expect(WriterLease.hasWriter(file) == true)
        try place.folder.rename(.literal("scan"), to: place.folder, as: .literal("claimed"), replacing: false)
        #expect(WriterLease.hasWriter(file) == true)
        close(writer)
        #expect(WriterLease.hasWriter(file) == false)
        #expect(WriterLease.hasWriter(file) == false)
    }

    @Test(
        "Writers who open the file while it is asked for are not stopped, and do not stop us", .timeLimit(.minutes(1)))
    func FS4_askingDisturbsNobody() throws {
        let place = try TemporaryFolder()
        try place.put("scan", "page 1")
        let path = place.path("scan")
        let file = try place.folder.open(.literal("scan"))
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            for _ in 0..<2000 { close(unsafe Glibc.open(path, O_WRONLY)) }
            done.signal()
        }
        thread.start()
        var answers = 0
        while done.wait(timeout: .now()) == .timedOut {
            _ = WriterLease.hasWriter(file)
            answers += 1
        }
        #expect(answers > 0)
    }
}
