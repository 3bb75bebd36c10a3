import Delivery
import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// One pass over the inbox: what is whole is taken, what is still being written is waited for.
extension Office {
    package static let batchSize = 64
    /// The first batch after a look is small and each is twice the one before, so that nobody waits for two whole ones to be read;
    /// where they were quick enough to grow whole, those behind the next look are as well.
    private static let firstBatch = 8
    /// How many wait for the disk at a time.
    static let syncersCount = 16
    /// How long batches are taken before the next look, in nanoseconds: at least.
    private static let leastStretch = 4_000_000_000

    /// Takes in all that lies in the inbox; leaves there only what still waits for an absent file, lies in a folder that cannot be
    /// looked through, or finds no room on the disk, an outbox that is closed to us, or a clock that cannot be right.
    ///
    /// Each but the first is an open incident then.
    package func once(_ report: ([Outcome]) -> Void = { _ in }) throws {
        while true {
            let found = try lookAround()
            if try tellingDamage({ try takeReady(found, report) }) > 0 { continue }
            // Waiting makes no room and sets no clock; the next run takes what is in hand.
            guard !lacksRoom, !isShutOut, !isClockWrong else { return }
            guard let settlesAt = [found.settlesAt, nextTryAt].compactMap({ $0 }).min() else { return }
            enter(.idle)
            reader.rest()
            machine.pause(max(1_000_000, settlesAt - machine.monotonic()))
        }
    }

    /// Takes what is ready in its turn, batch by batch, and says how much that was.
    ///
    /// New arrivals and what was put off take turns one for one; while one batch is committed, the next is staged, and the one
    /// after that is read. It comes back to look again while there is still more, so that whoever comes meanwhile waits for no
    /// backlog; what it takes between two looks is worth the look.
    @discardableResult
    func takeReady(_ found: Inbox.Look, _ report: ([Outcome]) -> Void) throws -> Int {
        do {
            return try takeInTurn(found, report)
        } catch let stop as GuardStop {
            // What was begun of it is let go by now.
            (heldBack, putOff, roomless, kept) = ([], [], [], 0)
            for claim in try claims.left() { _ = try claims.putBack(claim) }
            throw stop
        }
    }

    private func takeInTurn(_ found: Inbox.Look, _ report: ([Outcome]) -> Void) throws -> Int {
        guard try clockFault() == nil, try hasRoom(), try mayLeave() else {
            left = found.ready.count
            // Those that tell of it may have come while others were being handed over.
            try sendMail()
            return 0
        }
        try expectNoStop()
        let back = try takeBack(found.lacking)
        guard back == 0 else {
            // With them what is ready may be more than it was.
            left = found.ready.count
            return back
        }
        outbox.folders.letGo(except: outboxFolders)
        let lookAgainAt = machine.monotonic() + max(Self.leastStretch, 4 * found.took)
        var ready = try inTurn(found.ready)[...]
        var taken = 0
        var size = takesWhole ? batchSize : min(Self.firstBatch, batchSize)
        var reading: Workers.Begun<InHand>?
        var staging: Staging?
        func finish(_ staged: Staging) throws -> Bool {
            let (outcomes, isAsRuled) = try commit(staged)
            report(outcomes)
            enter(.mailing)
            try settleRegister()
            try sendMail()
            return isAsRuled
        }
        /// Takes what is in hand one step on.
        func advance(_ next: Workers.Begun<InHand>? = nil) throws {
            let (read, staged) = (reading, staging)
            (reading, staging) = (next, nil)
            do {
                staging = try read.map { try rule($0, after: staged) }
            } catch {
                // What stops this batch does not stop the one before.
                if let staged { _ = try finish(staged) }
                throw error
            }
            guard let staged, try !finish(staged) else { return }
            staging = try staging.map { try ruleAgain($0) }
        }
        repeat {
            enter(.claiming)
            let again = dueAgain(most: ready.isEmpty ? size : max(1, min(ready.count, size / 2)))
            let arrivals = ready.prefix(size - again.count).map { found.ready[$0] }
            let new = try claims.claim(arrivals)
            look.claimed(arrivals)
            ready = ready.dropFirst(size - again.count)
            size = min(2 * size, batchSize)
            let batch = Turns.oneForOne(new, again)
            left = ready.count
            stages.waiting[.claiming] = left
            stages.waiting[.reading] = batch.count
            stages.waiting[.ruling] = putOff.count + kept
            taken += batch.count
            try advance(begin(batch))
        } while try goesOn() && !ready.isEmpty && machine.monotonic() < lookAgainAt && hasRoom() && mayLeave()
        takesWhole = size == batchSize && !ready.isEmpty
        while reading != nil || staging != nil { try advance() }
        guard try goesOn() else { return taken }
        if ready.isEmpty { try closeRoom() }
        if ready.isEmpty, putOff.allSatisfy({ roomless.contains($0.claim.id) }) {
            report(try release())
            try sendMail()
        }
        try watchForbidden()
        return taken
    }

    /// Lets the register go of what a snapshot finds in the ledger, so that a run of any length needs the same memory.
    func settleRegister() throws { try ledger.settle(&register, after: 2 * min(snapshotAfter, .max / 2)) }

    /// When something that was put off may be tried again; nil where nothing was.
    var nextTryAt: Int? { putOff.map(\.notBefore).min() }

    /// Looks through the inbox; a folder that cannot be listed is an incident, not an empty one.
    func lookAround() throws -> Inbox.Look {
        enter(.looking)
        try watchTrust()
        let start = machine.monotonic()
        var found = try look.look(steady: start, wall: machine.realtime().seconds, untold: untold())
        found.took = machine.monotonic() - start
        stages.waiting[.looking] = found.waiting
        for name in found.irregular {
            say(
                LogEvent(
                    .notTouched,
                    "not touched, since it is no folder, and no plain file of one name: Inbox/\(open: name)"))
        }
        let unreadable = Set(found.unreadable.map { "inbox-unreadable:\($0.channel)" })
        for (channel, error) in found.unreadable {
            try openIncident("inbox-unreadable:\(channel)", effect: "Inbox/\(channel) cannot be listed: \(error)")
        }
        for kind in incidents.subtracting(unreadable) where kind.hasPrefix("inbox-unreadable:") {
            try closeIncident(kind)
        }
        try watchHealth(found)
        try watchNames()
        return found
    }

    /// Makes the folders of the channels where they are absent.
    ///
    /// One that we may not open, or that is none, is left out: the look tells of it, and the others are served (FS11).
    static func makeFolders(of channels: [Channel], in inbox: Folder) throws(FileError) {
        for channel in channels {
            do throws(FileError) {
                _ = try inbox.folder(at: channel.path, create: true, mode: nil)
            } catch  where error.isForbidden || error.isNotFolder {
                continue
            }
        }
    }
}
