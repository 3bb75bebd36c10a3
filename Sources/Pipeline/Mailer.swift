import Delivery
import Dossiers
import Files
import Settings

/// Hands each letter to the site's mail program, once; the letter also stays in the outbox.
///
/// Letters wait in `State/mail/` from before they are published until the program has taken them, so that none is forgotten
/// over a crash. A crash between the two may send one twice, under the same Message-ID.
final class Mailer {
    private static let timeout = Duration.seconds(60)
    private let queue: Folder
    private let command: [String]

    /// Nil where the site sends no mail.
    init?(site: Site, state: Folder) throws {
        guard let command = site.notices.sendmail, !command.isEmpty else { return nil }
        self.command = command
        queue = try state.folder("mail", create: true)
    }

    /// Keeps a letter for sending; called before its final name appears.
    func enqueue(_ output: Output, claim: String, position: Int, from outbox: Outbox) throws {
        guard let bytes = try outbox.staged(output, claim: claim, position: position) else { return }
        let name = FileName.literal(String(output.path.replacing("/", with: "_")))
        try queue.replaceDurably(name, with: bytes, mode: 0o600)
    }

    /// Sends what waits; what the program refuses waits for the next time.
    func send(while goesOn: () throws -> Bool = { true }) throws {
        for name in try queue.entries().sorted(by: { $0.description < $1.description })
        where !name.description.hasPrefix(".") {
            guard try goesOn() else { return }
            let letter = try queue.readAll(name, limit: 10_000_000)
            let outcome = try ChildProcess.run(
                executable: command[0], arguments: Array(command.dropFirst()),
                environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"],
                input: letter, outputLimit: 65_536, timeout: Self.timeout)
            guard outcome.status == 0 else { return }
            try queue.remove(name)
        }
    }
}
