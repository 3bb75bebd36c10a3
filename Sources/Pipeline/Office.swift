import Delivery
package import Dossiers
package import Files
import Intake
import Ledgers
import Publications
package import Settings
package import Signatures

/// The one-stop office at work on its site: it holds the site alone, and carries out what is asked of it.
///
/// `take`, in `Batch.swift`, is the heart of it.
package final class Office {
    /// Whether hoso looks once and ends, or stays.
    package enum Mode: Sendable { case once, daemon }

    package let site: Site
    let clock: LawClock
    let machine: Machine
    let inbox: Folder
    /// The folders of the inbox.
    let channels: [Channel]
    /// Those of the outbox in which files are staged, as paths from it.
    let outboxFolders: [String]
    let state: Folder
    let archive: Archive
    let outbox: Outbox
    let ledger: Ledger
    let workers: Workers
    /// Wait for the disk, of which several at a time get more.
    let syncers: Workers
    let unsynced = Unsynced()
    let reader: ReadingRoom
    let letters: Letters
    var stager: Stager
    let mailer: Mailer?
    let say: @Sendable (LogEvent) -> Void
    var register: Register
    var look: Inbox
    var claims: Claims
    /// Incidents that are open, by kind, so that each is told once.
    var incidents: Set<String>
    /// Claims that are to be taken again later, and how often each was tried.
    var putOff: [PutOff] = []
    var tries: [String: Int] = [:]
    /// The claims that were put off for want of room.
    var roomless: Set<String> = []
    /// How many claims lie where they are until the next start, since the procedure of their dossier is gone.
    var kept = 0
    /// What the guard holds back until the run is over, and how much the run has seen.
    var heldBack: [Claim] = []
    var seenThisRun = 0
    var isReleasing = false
    /// What changes when the configuration does; nil without a guard.
    let configurationMark: String?
    /// The operator means it, whatever the guard says.
    let yesReally: Bool
    /// Who sent what waits since when, as far as it was looked into.
    var knownSenders: [Channel: NameTable<(account: String?, since: Int)>] = [:]
    /// What we may not have of the inbox, so that each is told once.
    var toldForbidden: Set<Forbidden> = []
    /// What could not be given its name in the outbox, since something else has it: each path, with the claim that it is hidden for.
    var nameless: [String: String] = [:]
    /// Whether a wrong clock was told of that could not be entered.
    var toldClock = false
    /// By the steady clock, in nanoseconds.
    let startedAt: Int
    /// Asked between batches, at every step of the night's work, and between letters that go in turn, whether to go on; the daemon
    /// answers it.
    package var goesOn: () throws -> Bool = { true }
    /// Asked before each look: the inbox folders of which the kernel tells, and has told nothing since it was last asked.
    var untold: () -> Set<Channel> = { [] }
    /// Whether something is committed that has not wholly left: from there only a start goes on.
    var hasUnpublished = false
    /// Whether another outbox, or none, stood where it was opened when that was last asked.
    var isOutboxGone = false
    /// When a night that failed may be tried again, by the steady clock, in nanoseconds.
    var nightAgainAt: Int?
    /// How many arrivals that are ready were not taken yet.
    package internal(set) var left = 0
    /// Whether batches had grown whole when it was time to look again.
    var takesWhole = false
    let mailWay: MailWay
    let mailErrand = MailErrand()
    var mailFailure: String?
    /// Of looking through letters of which none is taken, where they go in turn.
    var mailPace = Pace()
    /// Of counting the letters that nobody takes.
    var stuckPace = Pace()
    /// By the steady clock, in nanoseconds; nil where the mail program may be asked now.
    var mailRestsUntil: Int?
    /// So many entries are worth a new snapshot of the register.
    let snapshotAfter: Int
    /// Claims in hand at one time: the share of a commit's sync that each pays.
    let batchSize: Int
    let orders: OrderTray
    var metrics: MetricsFile
    var stages: StageClock
    var trustWatch: TrustWatch
    let house: SiteFolders
    let openssl: @Sendable () -> OpenSSL?
    private let lock: SiteLock

    /// Opens the site, and repairs what an earlier run left half done, saying what.
    ///
    /// Throws `ConfigurationMistakes`, `SiteHeld`, `LedgerDamage`, or what the disk refused.
    ///
    /// - Parameter kept: the configuration that is to stay in force, whatever lies in `config/` now.
    package init(
        site path: String, keeping kept: InForce? = nil, now: Moment?, mode: Mode, reading: ReadingPlace = .here,
        yesReally: Bool = false,
        openssl: @escaping @Sendable () -> OpenSSL? = { .installed },
        mail mailWay: MailWay = .inTurn, snapshotAfter: Int = Ledger.snapshotAfter, batchSize: Int = Office.batchSize,
        machine: Machine = .real, remembering memory: ConfigurationMemory = ConfigurationMemory(),
        say: @escaping @Sendable (LogEvent) -> Void
    ) throws {
        house = try SiteFolders(opening: path, calls: machine.calls)
        self.openssl = openssl
        let inForce = try kept ?? InForce(in: house, remembering: memory, say: say)
        (site, letters, configurationMark) = (inForce.site, inForce.letters, inForce.mark)
        // Without a policy that asks for it, no program is started.
        let warnings =
            site.deepestPolicy >= .valid ? try house.signatureProblems(of: site, openssl: openssl()).found : []
        for warning in warnings { say(LogEvent(.configurationWarning, "\(warning)")) }
        state = try house.madeState(of: site)
        do {
            lock = try SiteLock(folder: state, name: "lock")
        } catch let held as LockHeld {
            throw SiteHeld(holder: held.description)
        }
        let hasRun = try house.hasRun(site)
        var lost = try hasRun ? house.missing(of: site) : []
        inbox = try house.madeInbox(of: site)
        let outboxRoot = try house.madeOutbox(of: site)
        outbox = Outbox(root: outboxRoot, unsynced: unsynced)
        archive = try Archive(state: state, unsynced: unsynced)
        clock = LawClock(fixed: now, offset: site.offset, machine: machine)
        self.yesReally = yesReally
        self.mailWay = mailWay
        self.snapshotAfter = snapshotAfter
        self.batchSize = batchSize
        workers = Workers(count: site.intake.workers)
        // One worker does everything in turn.
        syncers = Workers(count: site.intake.workers == 1 ? 1 : Self.syncersCount)
        mailer = try Mailer(site: site, state: state, machine: machine)
        orders = try OrderTray(state: state)
        metrics = try MetricsFile(state: state, say: say)
        self.machine = machine
        startedAt = machine.monotonic()
        stages = StageClock(at: startedAt)
        self.say = say

        trustWatch = TrustWatch(try house.trustMarks())
        let working = try state.folder("working", create: true)
        reader = ReadingRoom(
            site: site, place: reading, roots: [inbox, working],
            validation: try house.validation(of: site, openssl: openssl),
            clock: clock)
        let run = machine.realtime()
        claims = Claims(
            inbox: inbox, working: working, run: "\(run.seconds).\(padded(run.nanoseconds, 9))",
            unsynced: unsynced)
        channels = Channel.all(agencies: site.catalogue.agencies.keys)
        let roll = InboxRoll(state: state, channels: channels)
        let gone = hasRun && !lost.contains("Inbox") ? try roll.gone(from: inbox) : []
        lost += gone.map { "Inbox/\($0)" }
        try roll.write(standingIn: inbox, untold: gone)
        try Self.makeFolders(of: channels, in: inbox)
        look = Inbox(
            folder: inbox, channels: channels, patience: Patience(site.intake, mode: mode),
            waitingRoom: try WaitingRoom(state: state), peeker: reader.peeker(of:))

        outboxFolders = house.outboxFolders(of: site)
        let left = try claims.left()
        let joining = try Self.joining(in: working)
        let survey = try outbox.survey(below: outboxFolders)
        let damageNotice = LedgerDamageNotice(
            state: state, outbox: outboxRoot, letters: letters, mailer: mailer, mailWay: mailWay,
            now: clock.now)
        let opened: (ledger: Ledger, register: Register, repair: LedgerRepair?)
        do {
            opened = try Ledger.open(
                folder: try state.folder("ledger", create: true),
                watching: Set(left.map(\.id)).union(survey.hidden).union(joining),
                snapshotAfter: snapshotAfter)
        } catch let damage as LedgerDamage {
            try damageNotice.tell(damage)
            throw damage
        }
        if let repair = opened.repair { say(LogEvent(.repaired, "\(open: repair.description)")) }
        ledger = opened.ledger
        guard survey.lastTold <= ledger.headNumber else {
            throw LedgerBehind(head: ledger.headNumber, told: survey.lastTold)
        }
        register = opened.register
        incidents = register.openIncidents
        stager = Stager(site: site, outbox: outbox, archive: archive, letters: letters)
        try passNumbers(survey)
        try recover(left: left)
        try closeNames()
        try watchNames()
        try watchLoss(opened.repair)
        if try damageNotice.isMended() {
            try record([.incident(kind: "ledger-damage", open: false, effect: "")], as: "incident")
        }
        try tellMadeAnew(lost)
        try roll.write(standingIn: inbox)
        if let files = inForce.files { try KeptConfiguration(state: state).write(files) }
        try watchProcedures()
        try watchAgencies()
        try watchSignatureStore(
            site.deepestPolicy >= .valid ? try house.signatureProblems(of: site, openssl: openssl()).unmet : [])
    }
}
