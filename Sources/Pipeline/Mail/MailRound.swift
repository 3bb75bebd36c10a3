package import Files

/// `hoso mail`: hands the letters that wait to the mail program, beside a daemon that leaves them.
package enum MailRound {
    /// How many letters were sent, and why some were not; nil where the site sends no mail, or has never had a letter to send.
    ///
    /// Throws `SiteHeld` where another process is sending.
    ///
    /// - Parameter say: told the mistakes of a configuration in whose place the one that was last in force is taken.
    package static func send(
        site path: String, machine: Machine = .real, say: (LogEvent) -> Void = { _ in }
    ) throws -> (sent: Int, failure: String?)? {
        let folders = try SiteFolders(opening: path, calls: machine.calls)
        let site = try folders.readable(say: say).site
        guard let state = try folders.state(of: site), try state.status(of: "mail") != nil,
            let mailer = try Mailer(site: site, state: state, machine: machine)
        else { return nil }
        do {
            let round = try mailer.send()
            return (round.sent, round.failure)
        } catch let held as LockHeld {
            throw SiteHeld(holder: held.description)
        }
    }
}
