package import Dossiers
import Files
import Foundation
import Intake
import Settings

/// `hoso run`: looks whenever the kernel hints or the time comes, until it is told to end.
package final class Daemon {
    private enum End { case stop, reload }

    private let path: String
    private let now: Moment?
    private let say: @Sendable (String) -> Void
    private let watcher: Watcher

    private let reading: ReadingPlace
    private let yesReally: Bool

    /// Signals are taken over before anything else runs, so that none ends the program half-way.
    package init(
        site: String, now: Moment?, reading: ReadingPlace = .here, yesReally: Bool = false,
        say: @escaping @Sendable (String) -> Void
    ) throws {
        self.reading = reading
        self.yesReally = yesReally
        path = site
        self.now = now
        self.say = say
        watcher = try Watcher(signals: [SIGTERM, SIGINT, SIGHUP])
    }

    /// Serves the site until SIGTERM; SIGHUP reads the configuration again, and a bad one leaves the old in force.
    package func run() throws {
        while try serve(Office(site: path, now: now, mode: .daemon, reading: reading, yesReally: yesReally, say: say))
            == .reload
        {}
        say("ended")
    }

    private func serve(_ office: Office) throws -> End {
        try watch(office)
        say("serving «\(office.site.name)»")
        while true {
            let found = try office.lookAround()
            let taken = try office.takeReady(found) { [say] outcomes in
                for outcome in outcomes { say(outcome.line) }
            }
            try office.nightlyWhenDue()
            let wake = try watcher.wait(milliseconds: taken < found.ready.count ? 0 : pause(office, found))
            if wake.signals.contains(SIGTERM) || wake.signals.contains(SIGINT) { return .stop }
            if wake.signals.contains(SIGHUP), try configurationIsSound() { return .reload }
        }
    }

    /// Until the next thing may be whole, or the next look is due.
    private func pause(_ office: Office, _ found: Inbox.Look) -> Int {
        let scan = Int(office.site.intake.scanEvery * 1000)
        guard let settlesAt = [found.settlesAt, office.nextTryAt].compactMap({ $0 }).min() else { return max(1, scan) }
        return max(1, min(scan, (settlesAt - MachineClock.monotonic()) / 1_000_000 + 1))
    }

    /// Kernel events are hints: where there are none, the periodic look serves.
    private func watch(_ office: Office) throws {
        for folder in try office.inboxFolders() where !folder.isNetworkFileSystem {
            do {
                try watcher.watch(folder)
            } catch {
                say(
                    "no kernel events for \(folder.path), only a look every \(office.site.intake.scanEvery) s: \(error)"
                )
            }
        }
    }

    private func configurationIsSound() throws -> Bool {
        do {
            _ = try SiteFolders(opening: path).checkedSite { _ in }
            say("reading the configuration again")
            return true
        } catch let mistakes as ConfigurationMistakes {
            for problem in mistakes.problems { say(problem.description) }
            say("the configuration has mistakes; the old one stays in force")
            return false
        }
    }
}
