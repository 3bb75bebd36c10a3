import Files
import Foundation
import Testing

@Suite("A companion")
struct CompanionTests {
    private func companion(_ script: String) throws -> Companion {
        try Companion(executable: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
    }

    @Test("One that hears and never answers is ended once patience is over, and is dead from then on")
    func hangs() throws {
        let hung = try companion("sleep 600")
        let lost = #expect(throws: CompanionLost.self) {
            _ = try hung.exchange([1, 2, 3], limit: 100, patience: .seconds(1))
        }
        #expect(lost?.wasSlow == true)
        #expect(throws: CompanionLost.self) { _ = try hung.exchange([1], limit: 100, patience: .seconds(600)) }
    }

    @Test(
        "One that begins an answer and never ends it is ended too",
        arguments: ["\\000\\000", "\\000\\000\\000\\012abc"])
    func halfAnAnswer(text: String) throws {
        let half = try companion("printf '\(text)' >&0; sleep 600")
        let lost = #expect(throws: CompanionLost.self) {
            _ = try half.exchange([1], limit: 100, patience: .seconds(1))
        }
        #expect(lost?.wasSlow == true)
    }

    @Test("One that answers more than may be is ended, and one that dies is not waited for")
    func tooLongOrDead() throws {
        let long = try companion("printf '\\000\\001\\000\\000' >&0; sleep 600")
        let tooLong = #expect(throws: CompanionLost.self) {
            _ = try long.exchange([1], limit: 100, patience: .seconds(600))
        }
        #expect(tooLong?.wasSlow == false)
        let dead = try companion("kill -9 $$")
        let died = #expect(throws: CompanionLost.self) {
            _ = try dead.exchange([1], limit: 100, patience: .seconds(600))
        }
        #expect(died?.wasSlow == false)
    }

    @Test("One that takes more processor time than it was given is ended, though another question gave it more")
    func processorTime() throws {
        let busy = try companion("head -c 5 >&2; printf '\\000\\000\\000\\001a' >&0; while :; do :; done")
        #expect(try busy.exchange([1], limit: 100, seconds: 1, patience: .seconds(60)) == [97])
        let lost = #expect(throws: CompanionLost.self) {
            _ = try busy.exchange([1], limit: 100, seconds: 1, patience: .seconds(600))
        }
        #expect(lost?.signal == SIGXCPU)
    }

    @Test("One that ignores signals and is busy when its house is killed ends with it")
    func endsWithItsHouse() async throws {
        let note = NSTemporaryDirectory() + "hoso-companion-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: note) }
        await #expect(processExitsWith: .signal(SIGKILL)) { [note = note as String] in
            let busy = try Companion(
                executable: "/bin/sh",
                arguments: [
                    "-c", "trap '' IO XCPU TERM; echo $$ > \(note).new; mv \(note).new \(note); while :; do :; done",
                ],
                environment: ["PATH": "/usr/bin:/bin"])
            while !FileManager.default.fileExists(atPath: note) { usleep(1_000) }
            withExtendedLifetime(busy) { _ = kill(getpid(), SIGKILL) }
        }
        let text = try String(contentsOfFile: note, encoding: .utf8)
        let child = try #require(Int32(text.trimmingCharacters(in: .newlines)))
        // Nobody waits for it but the system's own first process, which forgets it once it has ended.
        let hasEnded = (0..<6_000).contains { _ in kill(child, 0) != 0 || usleep(10_000) != 0 }
        #expect(hasEnded)
        if !hasEnded { kill(child, SIGKILL) }
    }
}
