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

    @Test("Who holds the lock is told without taking it, and that nobody does")
    func FS13_holder() throws {
        let place = try TemporaryFolder()
        let lock = try SiteLock(folder: place.folder, name: name)
        #expect(try SiteLock.holder(folder: place.folder, name: name)?.process == Int(getpid()))
        withExtendedLifetime(lock) {}
        try place.put("free", "4711 1700000000")
        #expect(try SiteLock.holder(folder: place.folder, name: .literal("free")) == nil)
    }

    @Test("A lock on another disk, of a file with the same number, is not this one")
    func FS13_sameNumberElsewhere() throws {
        let locks = KernelLocks(
            Array(
                """
                1: FLOCK  ADVISORY  WRITE 712 08:01:1234 0 EOF
                2: POSIX  ADVISORY  WRITE 712 fd:00:99 0 EOF
                3: FLOCK  ADVISORY  READ 713 00:1f:77 0 EOF

                """.utf8))
        let mounts = Array("29 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n30 29 0:31 / /data rw\n".utf8)
        let first = try #require(KernelDevice(descriptor: Array("pos:\t0\nmnt_id:\t29\n".utf8), mounts: mounts))
        let second = try #require(KernelDevice(descriptor: Array("mnt_id:\t30\n".utf8), mounts: mounts))
        #expect(first.description == "08:01" && second.description == "00:1f")
        #expect(locks.hold(inode: 1234, on: first) && !locks.hold(inode: 1234, on: second))
        #expect(locks.hold(inode: 77, on: second) && !locks.hold(inode: 7, on: second))
        #expect(!locks.hold(inode: 99, on: nil))
        // Where the kernel does not say what it lies on, the number must do.
        #expect(locks.hold(inode: 1234, on: nil))
        #expect(KernelDevice(descriptor: Array("mnt_id:\t31\n".utf8), mounts: mounts) == nil)
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

    /// Whether the disk that the test runs on can say who writes.
    private static func disksTell() throws -> Bool {
        let place = try TemporaryFolder()
        try place.put("probe", "")
        return try WriterLease.hasWriter(place.folder.open(.literal("probe"))) != nil
    }

    @Test("A writer shows while it has the file open, and no longer", .enabled(if: try disksTell()))
    func FS4_writerShows() throws {
        let place = try TemporaryFolder()
        try place.put("scan", "page 1")
        let file = try place.folder.open(.literal("scan"))
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
