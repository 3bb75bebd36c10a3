import Files
import Foundation
import Glibc
import Testing

@Suite("Child processes", .timeLimit(.minutes(1)))
struct ChildProcessTests {
    static func shell(
        _ script: String, input: [UInt8] = [], limit: Int = 1_000_000, timeout: Duration = .seconds(30)
    ) throws -> ChildProcess.Outcome {
        try ChildProcess.run(
            executable: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"], input: input,
            outputLimit: limit, timeout: timeout)
    }

    @Test("Output, errors and status come back")
    func outcome() throws {
        let outcome = try Self.shell("echo out; echo err >&2; exit 3")
        #expect(outcome.output == Array("out\n".utf8))
        #expect(outcome.errors == Array("err\n".utf8))
        #expect(outcome.status == 3 && outcome.signal == 0 && !outcome.timedOut && !outcome.isSuccess)
        #expect(try Self.shell("true").isSuccess)
    }

    @Test("Megabytes go in and come out at once, unchanged", arguments: [0, 1, 65_536, 65_537, 5_000_000])
    func bigInputAndOutput(count: Int) throws {
        let input = WritingTests.pattern(count)
        let outcome = try Self.shell("cat", input: input, limit: 5_000_000)
        #expect(outcome.isSuccess)
        #expect(outcome.output == input)
    }

    @Test("A program gets no more memory than its limit, and as much as it wants without one")
    func memory() throws {
        // The limit is set right after the start; what takes the memory begins a second later.
        func take(_ limit: Int?) throws -> ChildProcess.Outcome {
            try ChildProcess.run(
                executable: "/bin/sh", arguments: ["-c", "sleep 1; exec dd if=/dev/zero of=/dev/null bs=300M count=1"],
                environment: ["PATH": "/usr/bin:/bin"], memoryLimit: limit, timeout: .seconds(60))
        }
        #expect(try take(nil).isSuccess)
        #expect(try take(1 << 30).isSuccess)
        #expect(try take(100_000_000).isSuccess == false)
    }

    @Test("A program that reads nothing of its input is no error, and no signal")
    func unreadInput() throws {
        let outcome = try Self.shell("exec 0<&-; echo done", input: WritingTests.pattern(2_000_000))
        #expect(outcome.isSuccess)
        #expect(outcome.output == Array("done\n".utf8))
    }

    @Test("It gets the arguments and variables given, and nothing else")
    func environment() throws {
        let outcome = try ChildProcess.run(
            executable: "/usr/bin/env", environment: ["B": "2 3", "A": "ờ"], timeout: .seconds(10))
        #expect(outcome.output == Array("A=ờ\nB=2 3\n".utf8))
        let echoed = try ChildProcess.run(
            executable: "/bin/echo", arguments: ["", "$HOME;`id`", "a b"], timeout: .seconds(10))
        #expect(echoed.output == Array(" $HOME;`id` a b\n".utf8))
    }

    @Test("It holds none of our open files, and blocks and ignores no signal")
    func cleanSlate() throws {
        let place = try TemporaryFolder()
        try place.put("x", "")
        let leaky = unsafe Glibc.open(place.path("x"), O_RDONLY)
        defer { close(leaky) }
        let outcome = try Self.shell("ls /proc/self/fd | wc -l; grep -E 'Sig(Blk|Ign)' /proc/self/status")
        let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        try #require(lines.count == 3)
        // Three standard ones, and the folder that ls itself has open.
        #expect(lines[0] == "4")
        #expect(lines[1] == "SigBlk:\t0000000000000000")
        // The C library keeps signals 32 and 33 for itself.
        #expect(try #require(UInt64(lines[2].suffix(16), radix: 16)) & ~0x1_8000_0000 == 0)
    }

    @Test("One that takes too long is killed with all that it started")
    func timeout() throws {
        let place = try TemporaryFolder()
        let start = MachineClock.monotonic()
        let outcome = try Self.shell(
            "echo begun; sh -c 'sleep 2; touch \(place.path("late"))' & sleep 30", timeout: .milliseconds(300))
        #expect(outcome.timedOut && outcome.signal == SIGKILL && outcome.status == -1 && !outcome.isSuccess)
        #expect(outcome.output == Array("begun\n".utf8))
        #expect(MachineClock.monotonic() - start < 10_000_000_000)
        sleep(3)
        #expect(try place.folder.entries().isEmpty)
    }

    @Test("One that leaves somebody behind with its output open is not waited for any longer")
    func leftBehind() throws {
        let start = MachineClock.monotonic()
        let outcome = try Self.shell("echo said; sleep 20 &")
        #expect(outcome.isSuccess)
        #expect(outcome.output == Array("said\n".utf8))
        #expect(MachineClock.monotonic() - start < 10_000_000_000)
    }

    @Test("Output is taken up to the limit and no further", arguments: [999, 1000, 1001])
    func outputLimit(count: Int) throws {
        let outcome = try Self.shell("head -c \(count) /dev/zero", limit: 1000)
        #expect(outcome.exceededLimit == (count > 1000))
        #expect(outcome.output.count == min(count, 1000))
        #expect(outcome.isSuccess == (count <= 1000))
    }

    @Test("One that never stops talking is killed at the limit", arguments: ["yes", "yes >&2"])
    func endlessOutput(script: String) throws {
        let outcome = try Self.shell(script, limit: 100_000)
        #expect(outcome.exceededLimit && !outcome.timedOut && !outcome.isSuccess)
        #expect(max(outcome.output.count, outcome.errors.count) == 100_000)
    }

    @Test("One that a signal ends says which")
    func signal() throws {
        let outcome = try Self.shell("kill -TERM $$")
        #expect(outcome.status == -1 && outcome.signal == SIGTERM)
    }

    @Test("A program that is not there is an error that says so")
    func notThere() throws {
        let error = #expect(throws: FileError.self) {
            try ChildProcess.run(executable: "/no/such/program", timeout: .seconds(1))
        }
        #expect(error?.isNotFound == true)
        #expect(error?.description == "Starting /no/such/program failed: No such file or directory (ENOENT).")
        #expect(throws: FileError.self) {
            try ChildProcess.run(executable: "/bin/echo", arguments: ["a\0b"], timeout: .seconds(1))
        }
    }

    @Test("Many at once, from many threads, do not hold each other's pipes open")
    func concurrently() throws {
        let input = WritingTests.pattern(100_000)
        let good = (0..<8).map { _ in DispatchSemaphore(value: 0) }
        for done in good {
            Thread {
                for _ in 0..<10 {
                    guard let outcome = try? Self.shell("cat", input: input), outcome.output == input else { return }
                }
                done.signal()
            }.start()
        }
        for done in good { #expect(done.wait(timeout: .now() + 50) == .success) }
    }
}
