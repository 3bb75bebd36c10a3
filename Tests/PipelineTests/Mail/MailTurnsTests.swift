import Dispatch
import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Synchronization
import Testing

@Suite("Letters that the mail program does not take")
struct MailTurnsTests {
    /// A site that sends mail, by a program that takes no letter to `bad@example.vn` until it is mended.
    private final class Post: Sendable {
        let sent = Mutex<[String]>([])
        let isMended = Mutex(false)

        var machine: Machine {
            Machine(
                calls: LinuxCalls(), realtime: Machine.real.realtime, monotonic: Machine.real.monotonic,
                pause: Machine.real.pause
            ) { [self] _, letter, _ in
                let text = String(decoding: letter, as: UTF8.self)
                let isBad = text.contains("bad@example.vn") && !isMended.withLock { $0 }
                if !isBad { sent.withLock { $0.append(text) } }
                return try ChildProcess.run(
                    executable: "/bin/sh", arguments: ["-c", isBad ? "exit 65" : "exit 0"], outputLimit: 100,
                    timeout: .seconds(10))
            }
        }
    }

    private func site() throws -> TestSite {
        let site = try TestSite()
        let text = try site.read("config/hoso.xml").replacing("<notices ", with: "<notices sendmail=\"/bin/sh -t\" ")
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/hoso.xml"))
        return site
    }

    private func drop(_ id: String, to address: String, into site: TestSite) throws {
        let form = String(decoding: Forms.submission(id, attachments: []), as: UTF8.self)
        try site.drop("online/\(id).xml", Array(form.replacing("an@example.vn", with: address).utf8))
    }

    private func once(_ site: TestSite, _ post: Post) throws {
        try Office(site: site.path, now: site.now, mode: .once, machine: post.machine) { _ in }.once()
    }

    private func incidents(_ site: TestSite) throws -> [String] {
        var found: [String] = []
        try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach { entry in
            if case .incident(let kind, let open, let effect) = entry.event {
                found.append("\(kind) \(open)")
                #expect(!effect.contains("@"))
            }
        }
        return found
    }

    private func waiting(_ site: TestSite) -> [String] { site.names("State/mail").filter { !$0.hasPrefix(".") } }

    @Test("OP2 letters that are refused let those after them go first the next time")
    func OP2_poison() throws {
        let (site, post) = (try site(), Post())
        for number in 1...3 { try drop("b-\(number)", to: "bad@example.vn", into: site) }
        try once(site, post)
        #expect(waiting(site).count == 3)
        try drop("g-1", to: "good@example.vn", into: site)
        try once(site, post)
        #expect(post.sent.withLock { $0.count { $0.contains("good@example.vn") } } == 1)
        #expect(waiting(site).count == 3)
    }

    @Test("Điều 13.7: a letter that is refused again and again is told once, without its address, and told over")
    func Dieu13_7_refusedAgainAndAgain() throws {
        let (site, post) = (try site(), Post())
        try drop("b-1", to: "bad@example.vn", into: site)
        for _ in 1...15 { try once(site, post) }
        #expect(try incidents(site) == ["mail-waits true"])
        #expect(waiting(site).count == 1)
        post.isMended.withLock { $0 = true }
        try once(site, post)
        #expect(try incidents(site) == ["mail-waits true", "mail-waits false"])
        #expect(waiting(site).isEmpty)
        #expect(!site.names("State/mail").contains(".tries"))
    }

    @Test(
        "Điều 13.7: letters that nothing hands over are told after an hour of serving, and told over once they are gone"
    )
    func Dieu13_7_nobodyHandsOver() throws {
        let site = try site()
        let later = Mutex(0)
        let machine = Machine(
            calls: LinuxCalls(), realtime: Machine.real.realtime,
            monotonic: { Machine.real.monotonic() + later.withLock { $0 } }, pause: Machine.real.pause)
        func office() throws -> Office {
            try Office(site: site.path, now: site.now, mode: .daemon, mail: .left, machine: machine) { _ in }
        }
        var serving: Office? = try office()
        try drop("g-1", to: "good@example.vn", into: site)
        _ = try serving?.turn()
        let letter = try #require(waiting(site).first)
        let hoursAgo = Date(timeIntervalSinceNow: -7200)
        try FileManager.default.setAttributes(
            [.modificationDate: hoursAgo], ofItemAtPath: "\(site.path)/State/mail/\(letter)")
        _ = try serving?.turn()
        #expect(try incidents(site).isEmpty)
        later.withLock { $0 = 3_700_000_000_000 }
        _ = try serving?.turn()
        #expect(try incidents(site) == ["mail-waits true"])
        // Another start knows nothing of how long somebody could have handed it over: it is not over for that.
        serving = nil
        serving = try office()
        _ = try serving?.turn()
        #expect(try incidents(site) == ["mail-waits true"])
        try FileManager.default.removeItem(atPath: "\(site.path)/State/mail/\(letter)")
        _ = try serving?.turn()
        #expect(try incidents(site) == ["mail-waits true", "mail-waits false"])
    }

    /// The same with a program that is told what to do with each letter.
    private func machine(_ program: @escaping @Sendable () -> ChildProcess.Outcome) -> Machine {
        Machine(
            calls: LinuxCalls(), realtime: Machine.real.realtime, monotonic: Machine.real.monotonic,
            pause: Machine.real.pause
        ) { _, _, _ in program() }
    }

    private final class Counter: Sendable {
        private let value = Mutex(0)

        var count: Int { value.withLock { $0 } }

        func add() { value.withLock { $0 += 1 } }
    }

    private static var taken: ChildProcess.Outcome {
        var outcome = ChildProcess.Outcome()
        outcome.status = 0
        return outcome
    }

    @Test("While another process hands letters over, they are left to it")
    func OP2_oneAtATime() throws {
        let (site, post) = (try site(), Post())
        try once(site, post)
        try drop("g-1", to: "good@example.vn", into: site)
        do {
            let mail = try Folder(path: site.path + "/State/mail")
            let lock = try SiteLock(folder: mail, name: ".lock")
            try once(site, post)
            withExtendedLifetime(lock) {}
        }
        #expect(post.sent.withLock { $0.isEmpty })
        #expect(waiting(site).count == 1)
        try once(site, post)
        #expect(post.sent.withLock { $0.count } == 1)
    }

    @Test("A letter that is taken away meanwhile ends nothing")
    func OP2_goneMeanwhile() throws {
        let site = try site()
        for number in 1...3 { try drop("g-\(number)", to: "good@example.vn", into: site) }
        let (path, calls) = (site.path, Counter())
        let machine = machine {
            calls.add()
            for name in (try? FileManager.default.contentsOfDirectory(atPath: path + "/State/mail")) ?? []
            where !name.hasPrefix(".") {
                try? FileManager.default.removeItem(atPath: "\(path)/State/mail/\(name)")
            }
            return Self.taken
        }
        try Office(site: path, now: site.now, mode: .once, machine: machine) { _ in }.once()
        #expect(calls.count == 1)
        #expect(try site.list().count == 3)
    }

    @Test("A mail program that hangs is asked once in a run, and everything is taken in")
    func OP2_hangs() throws {
        let site = try site()
        for number in 1...3 { try drop("g-\(number)", to: "good@example.vn", into: site) }
        let calls = Counter()
        let machine = machine {
            calls.add()
            var outcome = ChildProcess.Outcome()
            outcome.timedOut = true
            return outcome
        }
        try Office(site: site.path, now: site.now, mode: .once, batchSize: 1, machine: machine) { _ in }.once()
        #expect(calls.count == 1)
        #expect(try site.list().count == 3)
        #expect(waiting(site).count == 3)
    }

    @Test(
        "Of a long queue that the program does not take letters are tried once in a while, of a short one with each batch",
        .timeLimit(.minutes(1)), arguments: [2_400, 2_500])
    func longQueue(letters: Int) throws {
        let site = try site()
        let mail = "\(site.path)/State/mail"
        try FileManager.default.createDirectory(atPath: mail, withIntermediateDirectories: true)
        for number in 0..<letters { try Data("x".utf8).write(to: URL(fileURLWithPath: "\(mail)/\(number).eml")) }
        for number in 1...3 { try drop("g-\(number)", to: "good@example.vn", into: site) }
        let calls = Counter()
        let machine = Machine(
            calls: LinuxCalls(), realtime: Machine.real.realtime, monotonic: { 1 }, pause: { _ in }
        ) { _, _, _ in
            calls.add()
            var outcome = ChildProcess.Outcome()
            outcome.status = 75
            return outcome
        }
        try Office(site: site.path, now: site.now, mode: .once, batchSize: 1, machine: machine) { _ in }.once()
        // Three in a row that are not taken end a round.
        #expect(letters < 2_500 ? calls.count >= 9 : calls.count == 3, "\(calls.count)")
        #expect(try site.list().count == 3)
    }

    @Test("Beside the daemon's work a mail program that hangs keeps nothing waiting", .timeLimit(.minutes(1)))
    func OP2_hangsBeside() throws {
        let site = try site()
        let (asked, mended, sent) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), Counter())
        let machine = machine {
            asked.signal()
            mended.wait()
            mended.signal()
            sent.add()
            return Self.taken
        }
        do {
            let office = try Office(
                site: site.path, now: site.now, mode: .daemon, mail: .beside, machine: machine
            ) { _ in }
            for number in 1...3 {
                try drop("g-\(number)", to: "good@example.vn", into: site)
                #expect(try office.turn().taken == 1)
            }
            asked.wait()
            #expect(try site.list().count == 3)
            #expect(sent.count == 0)
            mended.signal()
        }
        // Letting go of the office has waited for the letter in hand.
        #expect(sent.count > 0)
        #expect(sent.count + waiting(site).count == 3)
    }

    @Test(
        "Điều 13.7: a letter that tells why nothing is taken in goes, also where it came while others were handed over",
        .timeLimit(.minutes(1)))
    func Dieu13_7_shutOut() throws {
        let site = try site()
        let (asked, mended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let sent = Mutex<[String]>([])
        let machine = Machine(
            calls: LinuxCalls(), realtime: Machine.real.realtime, monotonic: Machine.real.monotonic,
            pause: Machine.real.pause
        ) { _, letter, _ in
            asked.signal()
            mended.wait()
            mended.signal()
            sent.withLock { $0.append(String(decoding: letter, as: UTF8.self)) }
            return Self.taken
        }
        let office = try Office(site: site.path, now: site.now, mode: .daemon, mail: .beside, machine: machine) { _ in }
        try drop("g-1", to: "good@example.vn", into: site)
        _ = try office.turn()
        asked.wait()
        let folder = "\(site.path)/Outbox/refunds"
        try? FileManager.default.removeItem(atPath: folder)
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder))
        _ = try office.turn()
        #expect(try incidents(site) == ["folder-closed:Outbox/refunds true"])
        mended.signal()
        while !sent.withLock({ $0.contains { $0.contains("folder-closed") } }) { _ = try office.turn() }
    }

    @Test("A letter of a great many dossiers goes, and one beyond all measure keeps no other waiting")
    func largeLetters() throws {
        let (site, post) = (try site(), Post())
        let queue = "\(site.path)/State/mail"
        try FileManager.default.createDirectory(atPath: queue, withIntermediateDirectories: true)
        try Data(repeating: 0x61, count: 11_000_000).write(to: URL(fileURLWithPath: "\(queue)/a.eml"))
        try Data("b".utf8).write(to: URL(fileURLWithPath: "\(queue)/c.eml"))
        let name = "\(queue)/b.eml"
        try Data().write(to: URL(fileURLWithPath: name))
        let handle = try #require(FileHandle(forWritingAtPath: name))
        try handle.truncate(atOffset: 100_000_001)
        try handle.close()
        try drop("s-1", to: "an@example.vn", into: site)
        try once(site, post)
        #expect(post.sent.withLock { $0.map(\.utf8.count) }.contains(11_000_000))
        #expect(post.sent.withLock { $0 }.contains("b"))
        #expect(site.names("State/mail").filter { $0.hasSuffix(".eml") } == ["b.eml"])
    }
}
