import Delivery
import Dossiers
import Files
import Settings

/// Hands each letter to the site's mail program, once; the letter also stays in the outbox.
///
/// Letters wait in `State/mail/` from before they are published until the program has taken them, so that none is forgotten
/// over a crash. A crash between the two may send that one twice, under the same Message-ID, and no other.
final class Mailer: Sendable {
    /// What became of the letters that waited.
    struct Round: Sendable, Equatable {
        var sent = 0
        /// What the program said of the last letter that it did not take; nil where it took all.
        var failure: String?
        /// Whether the program did not come back, and the rest was not tried.
        var hangs = false
        /// How many waited.
        var waited = 0
    }

    private static let lock: FileName = ".lock"
    private static let timeout = Duration.seconds(60)
    /// So many failures in a row are the program's, not the letters'; the rest waits without being tried.
    private static let patience = 3
    /// In seconds; what hands letters over starts with each of them, and every few minutes.
    static let overdue = 3600
    /// What no list of an agency's dossiers comes near.
    private static let letterLimit = 100_000_000

    private let queue: Folder
    private let command: [String]
    private let machine: Machine

    /// Nil where the site sends no mail.
    init?(site: Site, state: Folder, machine: Machine) throws {
        guard let command = site.notices.sendmail, let program = command.first else { return nil }
        // Nobody's mail program is to answer or complain to us: the null sender (RFC 3834, RFC 5321 4.5.5).
        let isSendmail = program.hasSuffix("/sendmail") && !command.contains { $0.hasPrefix("-f") }
        self.command = isSendmail ? command + ["-f", "<>"] : command
        self.machine = machine
        queue = try state.folder("mail", create: true)
    }

    /// Keeps a letter for sending; called before its final name appears.
    func enqueue(_ output: Output, claim: String, position: Int, from outbox: Outbox) throws {
        guard let bytes = try outbox.staged(output, claim: claim, position: position) else { return }
        try enqueue(bytes, as: output.path)
    }

    /// The same for a letter that is published in another way.
    func enqueue(_ letter: [UInt8], as path: String) throws {
        let name = FileName.literal(String(path.replacing("/", with: "_")))
        try queue.replaceDurably(name, with: letter, mode: 0o600)
    }

    /// How many letters wait, and how many of them the program has not taken again and again, or have waited for too long.
    ///
    /// - Parameter byAge: whether those that have waited for too long count as well.
    func waiting(byAge: Bool) throws -> (all: Int, stuck: Int) {
        let tries = try LetterTries(in: queue)
        let oldest = machine.realtime().seconds - Self.overdue
        var (all, stuck) = (0, 0)
        try queue.forEachEntry { name in
            guard name.bytes.first != UInt8(ascii: ".") else { return true }
            all += 1
            let isOverdue = byAge ? try queue.status(of: name).map { $0.modified / 1_000_000_000 < oldest } : nil
            if isOverdue == true || tries.isStuck(name) { stuck += 1 }
            return true
        }
        return (all, stuck)
    }

    /// Sends what waits; what the program refuses waits for the next time, and comes after the others then.
    ///
    /// Throws `LockHeld` where another process is sending.
    func send(while goesOn: () throws -> Bool = { true }) throws -> Round {
        var round = Round()
        guard try queue.entries().contains(where: { $0 != Self.lock }) else { return round }
        let lock = try SiteLock(folder: queue, name: Self.lock)
        defer { withExtendedLifetime(lock) {} }
        var failures = 0
        let before = try LetterTries(in: queue)
        var tries = before
        let letters = tries.order(try queue.entries().filter { !$0.description.hasPrefix(".") })
        round.waited = letters.count
        for name in letters {
            guard failures < Self.patience, !round.hangs, try goesOn() else { break }
            guard let outcome = try queue.unlessGone({ try handOver(name, in: $0) }) else { continue }
            if case .refused(let text, let hangs) = outcome {
                round.failure = text
                round.hangs = hangs
                failures += 1
                tries.count(name)
            } else {
                // Before the next one goes: a power cut that brought back the names of several would send them all again.
                _ = try queue.unlessGone { try $0.remove(name) }
                try queue.sync()
                round.sent += 1
                failures = 0
                tries.forget(name)
            }
        }
        if tries != before { try tries.write(in: queue) }
        return round
    }

    /// What became of one letter.
    private enum Handing {
        case taken
        case refused(String, hangs: Bool)
    }

    /// What the program prints may hold addresses, and is not told.
    private func handOver(_ name: FileName, in queue: Folder) throws(FileError) -> Handing {
        let letter: [UInt8]
        do throws(FileError) {
            letter = try queue.readAll(name, limit: Self.letterLimit)
        } catch  where error.isTooLarge {
            return .refused("\(error)", hangs: false)
        }
        do {
            let outcome = try machine.program(command, letter, Self.timeout)
            if outcome.isSuccess { return .taken }
            return outcome.timedOut
                ? .refused("it took longer than \(Self.timeout)", hangs: true)
                : .refused(
                    outcome.signal == 0 ? "it ended with \(outcome.status)" : "signal \(outcome.signal) ended it",
                    hangs: false)
        } catch {
            return .refused("\(error)", hangs: false)
        }
    }
}

extension Folder {
    /// Nil where what it is about is not there any more.
    func unlessGone<Value>(_ body: (Folder) throws -> Value) throws -> Value? {
        do {
            return try body(self)
        } catch let error as FileError where error.isNotFound {
            return nil
        }
    }
}
