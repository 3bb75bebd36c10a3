import Files

/// An inbox folder as it is looked at again and again.
struct DropFolder {
    let channel: Channel
    let peeker: any Peeking
    /// What lies there, as of the last look at every name; nil before the first.
    var backlog: Backlog?
    /// Whether something begins or ceases to wait that is not written down yet.
    var hasNewWaiting = false
    var known = NameTable<Sighting>()
    private var lull: Lull?
    /// When the first thing is not waited for any more, as far as this look has seen, and what waits that no event tells of.
    var waitsUntil: Int?
    var silentWaiting = 0

    init(channel: Channel, peeker: any Peeking) {
        self.channel = channel
        self.peeker = peeker
    }

    /// Looks at what may have changed; throws where it cannot be listed.
    ///
    /// - Parameter isUntold: whether the kernel would have told of a change, and did not.
    mutating func look(_ here: Folder, isUntold: Bool, _ round: inout InboxRound) throws {
        let place = try here.status()
        if isUntold, let lull, lull.holds(place, round), try glance(here, lull, &round) { return }
        lull = nil
        let before = (ready: round.look.ready.count, waiting: round.look.waiting, settlesAt: round.look.settlesAt)
        round.look.settlesAt = nil
        (waitsUntil, silentWaiting) = (nil, 0)
        try lookThrough(here, &round)
        if round.look.ready.count == before.ready {
            lull = Lull(
                place: place, steady: round.steady, wall: round.wall, settlesAt: round.look.settlesAt,
                waitsUntil: waitsUntil, waiting: round.look.waiting - before.waiting - silentWaiting,
                silent: (0..<known.count).filter { known[$0].kind == .folder || known[$0].kind == .irregular })
        }
        round.look.settlesAt = [before.settlesAt, round.look.settlesAt].compactMap(\.self).min()
    }

    /// Every name that waits for what is absent, and since when.
    func forEachWaiting(_ body: (ArraySlice<UInt8>, Int) throws(FileError) -> Void) throws(FileError) {
        for position in 0..<known.count {
            if let since = known[position].waitsSince { try body(known.bytes(at: position), since) }
        }
    }

    /// Looks at that alone of which no event tells; false where any of it is not as the last look left it.
    private mutating func glance(_ here: Folder, _ lull: Lull, _ round: inout InboxRound) throws -> Bool {
        let before = round.look
        round.look.waiting += lull.waiting
        round.look.settlesAt = [before.settlesAt, lull.settlesAt].compactMap(\.self).min()
        let settlesAt = round.look.settlesAt
        for position in lull.silent {
            let kind = known[position].kind
            _ = try look(at: position, here, &round)
            known.unsee(at: position)
            guard known[position].kind == kind, round.look.ready.count == before.ready.count,
                round.look.settlesAt == settlesAt
            else {
                round.look = before
                return false
            }
        }
        return true
    }

    /// Looks at every name.
    private mutating func lookThrough(_ here: Folder, _ round: inout InboxRound) throws {
        // What was known of a folder that fails half-way is not unlearned by that.
        defer { known.unsee() }
        var forms: [Int] = []
        var seen = Backlog()
        let earlier = round.waitingRoom.left(channel)
        var listing = try here.listing()
        while let name = try listing.nextBytes() {
            // Hidden is unfinished, and not even counted.
            guard name.first != UInt8(ascii: ".") else { continue }
            let position = known.see(name, new: Sighting(waitsSince: earlier?.value(of: name)))
            if known[position].needsNoLook {
                seen.add(since: known[position].stamp.changed)
                continue
            }
            guard let since = try look(at: position, here, &round) else { continue }
            seen.add(since: since)
            if known[position].kind == .form { forms.append(position) }
        }
        try lookAtResting(here, areForms: !forms.isEmpty, &round)
        try lookAtLoose(here, forms.sorted { known.isOrdered($0, before: $1) }, &round)
        if (0..<known.count).contains(where: { !known.isSeen($0) && known[$0].waitsSince != nil }) {
            hasNewWaiting = true
        }
        if round.waitingRoom.forget(channel) { hasNewWaiting = true }
        known.forgetUnseen()
        backlog = seen
    }

    /// Looks again at what was at rest, where a form may name it or its patience is over.
    private mutating func lookAtResting(_ here: Folder, areForms: Bool, _ round: inout InboxRound) throws {
        for position in 0..<known.count where known[position].isAtRest && known.isSeen(position) {
            known[position].isAtRest = waits(position, round)
            // A form may name any of them, as it is now.
            if areForms || !known[position].isAtRest { _ = try look(at: position, here, &round) }
        }
    }
}
