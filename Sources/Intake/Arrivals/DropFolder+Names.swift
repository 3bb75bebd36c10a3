import Files

/// One name after the other, and whether what it stands for is whole.
extension DropFolder {
    /// Looks at one name, and says since when it has been what it is; what is neither form nor scan is dealt with.
    ///
    /// Nil where it has vanished.
    mutating func look(at position: Int, _ here: Folder, _ round: inout InboxRound) throws -> Int? {
        let name = known.name(at: position)
        guard let status = try here.status(of: name) else {
            known.unsee(at: position)
            return nil
        }
        let kind = ArrivalKind(name: name, status: status)
        var arrival: Arrival { Arrival(channel: channel, name: name, since: status.changed) }
        switch kind {
        case .unfinished, .form, .scan: known[position].observe(kind, Stamp(status), now: round.steady)
        case .irregular:
            known[position].observe(kind, Stamp(status), now: round.steady)
            if !known[position].isTold { round.look.irregular.append("\(channel)/\(name)") }
            known[position].isTold = true
        case .archive:
            known[position].observe(kind, Stamp(status), now: round.steady)
            let isQuiet = try isQuiet(position, since: known[position].since, &round, [name], in: here) {
                try $0.isMissingFromArchive(here, name)
            }
            if isQuiet { round.look.ready.append(arrival) }
        case .folder:
            let before = round.look.waiting
            do {
                try lookInto(here, position, arrival, &round)
            } catch let error as FileError where error.isForbidden {
                // Its own fault, and nobody else's: taking it in says so.
                round.look.ready.append(arrival)
            } catch let error as FileError where error.isNotFound || error.isNotFolder {
                known.unsee(at: position)
                return nil
            }
            silentWaiting += round.look.waiting - before
        }
        return status.changed
    }

    /// Whether something still waits for what is absent; the first question starts its time.
    mutating func waits(_ position: Int, _ round: InboxRound) -> Bool {
        if known[position].startWaiting(round.wall) { hasNewWaiting = true }
        guard let since = known[position].waitsSince else { return false }
        let until = since + round.patience.waitForScans
        guard round.wall < until else { return false }
        waitsUntil = min(waitsUntil ?? until, until)
        return true
    }

    /// The same, and counts what does as waiting.
    mutating func waitsForAbsent(_ position: Int, _ round: inout InboxRound) -> Bool {
        guard waits(position, round) else { return false }
        round.look.waiting += 1
        return true
    }

    /// Whether something that has looked the same `since` then has done so long enough; if not, it counts as waiting.
    ///
    /// What is short is given more time; so is what somebody still has open, and what is both for as long as a form waits for
    /// its scans, but no longer, since a program may forget to close what it wrote.
    ///
    /// - Parameter files: those of which it consists.
    mutating func isQuiet(
        _ position: Int, since: Int, _ round: inout InboxRound, _ files: [FileName], in folder: Folder,
        isShort: (any Peeking) throws -> Bool
    ) throws -> Bool {
        let (steady, patience) = (round.steady, round.patience)
        var until = since + patience.settleAfter
        let before = known[position].wholeness(since: since)
        // Asked only once it has settled, and only where there is patience for scanners.
        if until <= steady, since + patience.shortFile > steady {
            guard before != nil || round.mayAsk() else { return false }
            var wholeness = try before ?? (isShort(peeker) ? .short : .open)
            if wholeness == .open, try !files.contains(where: folder.isWritten) { wholeness = .closed }
            known[position].answer(wholeness, since: since)
            switch wholeness {
            case .short: until = since + patience.shortFile
            case .open: until = since + min(patience.shortFile, patience.forWriter)
            case .closed: break
            }
        } else if until <= steady, before == .short, since + patience.forWriter > steady,
            try files.contains(where: folder.isWritten)
        {
            until = since + patience.forWriter
        }
        guard until > steady else { return true }
        // What is short may be made whole at any moment, and in a folder no event tells of it: look again soon.
        round.wait(until: min(until, steady + max(patience.settleAfter, 1_000_000_000)))
        return false
    }

    /// A folder is whole when each file in it is quiet and every attachment that its form names is there.
    private mutating func lookInto(
        _ here: Folder, _ position: Int, _ arrival: Arrival, _ round: inout InboxRound
    ) throws {
        let inner = try here.folder(arrival.name)
        var stamps: [Stamp] = []
        var sizes: [FileName: Int] = [:]
        guard let names = try inner.entries(most: Folder.mostMembers) else {
            // Whole or not, it is too much: taking it in says so.
            round.look.ready.append(arrival)
            return
        }
        for name in names {
            guard let status = try inner.status(of: name) else { continue }
            stamps.append(Stamp(status))
            if !ArrivalKind.isUnfinished(name) { sizes[name] = status.size }
        }
        known[position].observe(.folder, Stamp(of: stamps), now: round.steady)
        let form = names.first { sizes[$0] != nil && $0.suffix == "xml" }
        guard let wanted = try needs(position, of: form, in: inner, &round) else { return }
        let present = PresentFiles(sizes: sizes, form: form)
        let isQuiet = try isQuiet(position, since: known[position].since, &round, names, in: inner) { peeker in
            try wanted.isCutOff
                || wanted.files.contains { need in
                    guard let name = present.find(need.name) else { return false }
                    return try peeker.isShort(inner, name, size: present.size(of: name), need: need)
                }
        }
        guard isQuiet else { return }
        // A folder without a form may still get one; a form may still get its scans.
        guard let isWhole = try known[position].isWhole ?? present.hold(all: wanted.files, in: inner, &round) else {
            return
        }
        known[position].isWhole = isWhole
        if form == nil || !isWhole, waitsForAbsent(position, &round) { return }
        round.look.ready.append(arrival)
    }
}
