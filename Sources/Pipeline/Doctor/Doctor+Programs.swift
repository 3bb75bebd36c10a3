import Settings
import Dossiers
import Files
import Signatures

/// Programs beside us: openssl and mail.
extension Doctor {
    /// The `openssl` that judges signatures: the first along `PATH`, so that hoso's own is to be asked for as hoso runs.
    func program() -> [Diagnosis] {
        guard let openssl else {
            let text = "no openssl along PATH"
            guard site.deepestPolicy > .intact else {
                return [
                    .warning(
                        "openssl", "\(text): signatures cannot be found valid or trusted", do: "apt install openssl")
                ]
            }
            let asked = "require=\"\(site.deepestPolicy.rawValue)\""
            return [.failure("openssl", "\(text), but \(asked) needs it: dossiers are held", do: "apt install openssl")]
        }
        guard let version = openssl.version else {
            return [
                .failure(
                    "openssl", "\(openssl.executable) does not answer",
                    do: "See whether the machine has memory and processes to spare; else install openssl again.")
            ]
        }
        return [.ok("openssl", "\(openssl.executable): \(version)")]
    }

    func mail() throws -> [Diagnosis] {
        guard let command = site.notices.sendmail, let program = command.first else {
            return [.ok("mail", "notices lie in Outbox/notices; no sendmail is set in hoso.xml")]
        }
        guard SystemUser.canExecute(program) else {
            return [
                .failure(
                    "mail", "\(program) is not there, or may not be run",
                    do: "Install a mail server (apt install postfix), or mend sendmail on <notices>.")
            ]
        }
        let waiting = try folders.state(of: site).map { try Queue("State/mail", $0, ["mail"]) }
        guard let waiting, waiting.count > 0 else { return [.ok("mail", "\(program) is there, and no letter waits")] }
        let age = waiting.age(at: MachineClock.realtime().seconds)
        guard age > 900 else {
            return [
                .ok("mail", "\(program) is there; \(waiting.count) letters wait, the oldest for \(Ages.words(age))")
            ]
        }
        return [
            .failure(
                "mail", "\(waiting.count) letters wait in State/mail, the oldest for \(Ages.words(age))",
                do:
                    "Look at the mail server's log, and see that hoso-mail.path and hoso-mail.timer are on where the daemon leaves letters to them; hoso mail tries now."
            )
        ]
    }
}
