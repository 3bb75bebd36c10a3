package import Dossiers
package import Files
import Foundation
import Intake
import Settings

/// `hoso run`: looks whenever the kernel hints or the time comes, until it is told to end.
///
/// The batch in hand when SIGTERM comes is brought to its end, which is what bounds the ending; killing it sooner loses
/// nothing either.
package final class Daemon {
    private enum End {
        case stop
        /// The configuration is read again.
        case reload
        /// The folders are opened again, by the configuration that is in force.
        case reopen
    }

    private let path: String
    private let now: Moment?
    private let say: @Sendable (LogEvent) -> Void
    private let watcher: Watcher
    private let service: ServiceManager
    private var inboxWatch: InboxWatch
    /// When the folders were last made sure to be watched, in nanoseconds of the steady clock.
    private var renewedAt: Int?
    /// What came while a batch was in hand.
    private var signals: [Int32] = []
    /// Whether the kernel told of a change that came too late for the turn in hand.
    private var hasNews = false
    private var lastSign = 0

    private let reading: ReadingPlace
    private let yesReally: Bool
    private let mailWay: MailWay

    /// Signals are taken over before anything else runs, so that none ends the program half-way.
    package init(
        site: String, now: Moment?, reading: ReadingPlace = .here, yesReally: Bool = false, leavesMail: Bool = false,
        service: ServiceManager = ServiceManager(environment: [:]), say: @escaping @Sendable (LogEvent) -> Void
    ) throws {
        self.reading = reading
        self.yesReally = yesReally
        mailWay = leavesMail ? .left : .beside
        path = site
        self.now = now
        self.service = service
        self.say = say
        watcher = try Watcher(signals: [SIGTERM, SIGINT, SIGHUP, SIGUSR1])
        inboxWatch = InboxWatch(watcher)
    }

    /// Serves the site until SIGTERM; SIGHUP reads the configuration again, and a bad one leaves the old in force.
    ///
    /// What is thrown is for the caller to log.
    package func run() throws {
        do {
            var kept: InForce?
            serving: while true {
                let office = try Office(
                    site: path, keeping: kept, now: now, mode: .daemon, reading: reading, yesReally: yesReally,
                    mail: mailWay, say: say)
                switch try serve(office) {
                case .stop: break serving
                case .reload: kept = nil
                case .reopen: kept = office.inForce
                }
            }
        } catch {
            tell(["STOPPING=1", "STATUS=ended by a failure; see the log"])
            throw error
        }
        say(LogEvent(.ended, "ended as asked; what was in hand is committed"))
    }

    private func serve(_ office: Office) throws -> End {
        do {
            let end = try rounds(office)
            // Their counters live nowhere else.
            if office.metrics.owedAt != nil { try office.publishMetrics() }
            return end
        } catch let error as FileError where error.isUnsynced {
            office.metrics.countSyncError()
            // The disk that did not take the ledger may not take this either; the first failure is the one to tell.
            do { try office.publishMetrics() } catch {
                say(LogEvent(.metricsFailed, "metrics not written: \(open: "\(error)")"))
            }
            throw error
        }
    }

    private func rounds(_ office: Office) throws -> End {
        renewedAt = nil
        watch(office.ordersFolder(), office)
        office.untold = { [unowned self, unowned office] in untold(office) }
        office.goesOn = { [unowned self] in try goesOn() }
        say(LogEvent(.serving, "serving «\(open: office.site.name)»", ["site": "\(open: office.site.code)"]))
        try office.watchCalendar()
        tell(["READY=1", "STATUS=looking through the inbox"])
        while true {
            if try office.isDisplaced() {
                say(LogEvent(.reloading, "another folder stands where Inbox or Outbox was: the site is opened again"))
                return .reopen
            }
            hasNews = false
            let turn = try office.turn { [say] outcomes in
                for outcome in outcomes { say(outcome.event) }
            }
            if let end = try answer(office) { return end }
            sign(office)
            // Something may have come meanwhile; but what could not be taken is not tried again without end.
            office.enter(.idle)
            let isBusy = turn.taken > 0 || hasNews
            if !isBusy { office.reader.rest() }
            try gather(milliseconds: isBusy ? 0 : pause(office, until: turn.nextAt))
            office.enter(.other)
            if let end = try answer(office) { return end }
        }
    }

    /// What the signals that came ask for; nil to go on.
    private func answer(_ office: Office) throws -> End? {
        let signals = signals
        self.signals = []
        if signals.contains(SIGTERM) || signals.contains(SIGINT) {
            tell(["STOPPING=1", "STATUS=ending"])
            say(LogEvent(.stopping, "told to end"))
            return .stop
        }
        if signals.contains(SIGUSR1) { for event in try office.statusEvents() { say(event) } }
        guard signals.contains(SIGHUP) else { return nil }
        tell(["RELOADING=1", "MONOTONIC_USEC=\(MachineClock.monotonic() / 1000)"])
        if mayReload(office) { return .reload }
        tell(["READY=1", "STATUS=the new configuration has mistakes; the old one is in force"])
        return nil
    }

    /// Asked between batches: a sign of life, since one was just finished, and whether anybody wants us to stop.
    private func goesOn() throws -> Bool {
        if let watchdog = service.watchdog, MachineClock.monotonic() / 1_000_000 - lastSign > watchdog / 4 { sign(nil) }
        try gather(milliseconds: 0)
        return !signals.contains { $0 != SIGUSR1 }
    }

    private func gather(milliseconds: Int) throws {
        let wake = try watcher.wait(milliseconds: milliseconds)
        inboxWatch.take(wake)
        if wake.changed { hasNews = true }
        signals += wake.signals
    }

    /// Feeds the watchdog, and says in a line what is being done.
    private func sign(_ office: Office?) {
        lastSign = MachineClock.monotonic() / 1_000_000
        guard service.isThere else { return }
        tell(["WATCHDOG=1"] + (office.map { ["STATUS=\($0.statusLine)"] } ?? []))
    }

    /// A service manager that does not listen must not keep dossiers from being served.
    private func tell(_ assignments: [String]) {
        do {
            try service.tell(assignments)
        } catch {
            say(LogEvent(.notifyFailed, "the service manager cannot be told: \(error)"))
        }
    }

    /// Until the next thing may be whole, or the next look is due; half the watchdog's time at most.
    private func pause(_ office: Office, until nextAt: Int?) -> Int {
        let scan = min(Int(office.site.intake.scanEvery * 1000), service.watchdog.map { $0 / 2 } ?? .max)
        guard !office.isOutOfRoom, !office.isShutOut, !office.isClockWrong, let nextAt else { return max(1, scan) }
        return max(1, min(scan, (nextAt - office.machine.monotonic()) / 1_000_000 + 1))
    }

    /// Kernel events are hints: where there are none, the periodic look serves.
    private func watch(_ folder: Folder, _ office: Office) {
        guard !folder.isNetworkFileSystem else { return }
        do throws(FileError) {
            try watcher.watch(folder)
        } catch {
            tellUnwatched(folder, error, office)
        }
    }

    private func tellUnwatched(_ folder: Folder, _ error: FileError, _ office: Office) {
        say(
            LogEvent(
                .noKernelEvents,
                "no kernel events for \(open: folder.path), only a look every \(open: "\(office.site.intake.scanEvery)") s: \(error)"
            ))
    }

    /// The inbox folders of which the kernel would have told, and did not, since this was last asked.
    private func untold(_ office: Office) -> Set<Channel> {
        let now = office.machine.monotonic()
        if renewedAt.map({ Double(now - $0) >= office.site.intake.scanEvery * 1e9 }) ?? true {
            renewedAt = now
            inboxWatch.renew(office.channels, in: office.inbox) { tellUnwatched($0, $1, office) }
        }
        return inboxWatch.untold()
    }

    private func mayReload(_ office: Office) -> Bool {
        do {
            try office.expectToOpenAgain(at: path)
            say(LogEvent(.reloading, "reading the configuration again"))
            return true
        } catch let mistakes as ConfigurationMistakes {
            for problem in mistakes.problems { say(LogEvent(.configurationMistake, "\(problem)")) }
        } catch {
            // What is not there may be put back in one piece, as by a version control system.
            say(LogEvent(.configurationMistake, "\(open: "\(error)")"))
        }
        say(LogEvent(.configurationKept, "the configuration has mistakes; the old one stays in force"))
        return false
    }
}
