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
}
