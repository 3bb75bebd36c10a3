package import Dossiers
import Files
import Foundation
import Intake

/// `hoso run`: looks whenever the kernel hints or the time comes, until it is told to end.
package final class Daemon {
    private let path: String
    private let now: Moment?
    private let say: @Sendable (String) -> Void
    private let watcher: Watcher

    /// Signals are taken over before anything else runs, so that none ends the program half-way.
    package init(site: String, now: Moment?, say: @escaping @Sendable (String) -> Void) throws {
        path = site
        self.now = now
        self.say = say
        watcher = try Watcher(signals: [SIGTERM, SIGINT, SIGHUP])
    }

    /// Serves the site until SIGTERM; SIGHUP reads the configuration again, and a bad one leaves the old in force.
    package func run() throws {
        var office = try Office(site: path, now: now, mode: .daemon, say: say)
        try watch(office)
        say("serving «\(office.site.name)»")
        while true {
            let found = try office.lookAround()
            try office.takeReady(found.ready) { [say] outcomes in
                for outcome in outcomes { say(outcome.line) }
            }
            try office.nightlyWhenDue()
            let wake = try watcher.wait(milliseconds: pause(office, found))
            if wake.signals.contains(SIGTERM) || wake.signals.contains(SIGINT) {
                say("ending")
                return
            }
            if wake.signals.contains(SIGHUP) { office = try reload(office) }
        }
    }

    /// Until the next thing may be whole, or the next look is due.
    private func pause(_ office: Office, _ found: Inbox.Look) -> Int {
        let scan = Int(office.site.intake.scanEvery * 1000)
        guard let settlesAt = found.settlesAt else { return max(1, scan) }
        return max(1, min(scan, (settlesAt - MachineClock.monotonic()) / 1_000_000 + 1))
    }

    private func watch(_ office: Office) throws {
        for path in try office.inboxPaths() where Watcher.canWatch(path) {
            do {
                try watcher.watch(path)
            } catch let error as FileError {
                say("no kernel events for \(path), only a look every \(office.site.intake.scanEvery) s: \(error)")
            }
        }
    }

    private func reload(_ office: Office) throws -> Office {
        do {
            _ = try SiteFolders(opening: path).checkedSite { _ in }
        } catch let mistakes as ConfigurationMistakes {
            for problem in mistakes.problems { say(problem.description) }
            say("the configuration has mistakes; the old one stays in force")
            return office
        }
        office.close()
        let fresh = try Office(site: path, now: now, mode: .daemon, say: say)
        try watch(fresh)
        say("configuration read again")
        return fresh
    }
}
