package import Bytes
package import Documents
package import Dossiers

/// Everything that an office configures, read and found sound: having one is the proof.
package struct Site: Sendable {
    /// As notices show it, such as `Kon Tum`.
    package let name: String
    /// The province among the agency codes, such as `H34`.
    package let code: String
    /// Seconds east of Greenwich, the same all year.
    package let offset: Int
    package let folders: Folders
    package let intake: Intake
    package let limits: Limits
    package let signatures: SignaturePolicy
    /// Where that stands in `config/hoso.xml`.
    package let signaturesLine: Int
    package let notices: Notices
    /// Who hears of what keeps the house from its work (Điều 13.7).
    package let incidentsTo: MailAddress
    /// The minute of the day of the nightly run; nil where cron calls it.
    package let nightlyAt: Int?
    package let runGuard: Guard?
    package let calendars: CalendarVersions
    package let catalogue: Catalogue
    package let accounts: Accounts
    /// The wording of notices by file name, the site's own or, file by file, the built-in.
    package let templates: [String: [UInt8]]
    package let packageSchema: XMLSchema

    /// Where things lie: absolute paths, or from where the site's own path counts.
    package struct Folders: Sendable, Equatable {
        package let inbox: String
        package let outbox: String
        package let state: String

        package init(inbox: String, outbox: String, state: String) {
            self.inbox = inbox
            self.outbox = outbox
            self.state = state
        }

        /// With relative paths counted from `path`.
        func resolved(from path: String) -> Folders {
            func whole(_ folder: String) -> String {
                folder.hasPrefix("/") ? folder : path.hasSuffix("/") ? path + folder : "\(path)/\(folder)"
            }
            return Folders(inbox: whole(inbox), outbox: whole(outbox), state: whole(state))
        }
    }

    /// How the inbox is watched; times in seconds.
    package struct Intake: Sendable, Equatable {
        package var scanEvery = 30.0
        package var settleAfter = 2.0
        package var waitForScans = 7200.0
        package var workers = 2
        /// Bytes that stay free on the disks of state and outbox: below that nothing more is taken in.
        package var reserve = 100_000_000

        package init() {}
    }

    package struct Notices: Sendable, Equatable {
        package let from: MailAddress
        /// The program and its arguments that take each notice; nil where notices only lie in the outbox.
        package let sendmail: [String]?

        package init(from: MailAddress, sendmail: [String]?) {
            self.from = from
            self.sendmail = sendmail
        }
    }

    /// What stops a run that would refuse or quarantine more than both.
    package struct Guard: Sendable, Equatable {
        /// Of the packages of a run, above 0 up to 1.
        package let share: Double
        package let number: Int

        package init(share: Double, number: Int) {
            self.share = share
            self.number = number
        }
    }
}
