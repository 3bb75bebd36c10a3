import Files

/// An inbox folder as it is looked at again and again.
struct DropFolder {
    let channel: Channel
    private var known = NameTable<Sighting>()

    init(channel: Channel) { self.channel = channel }

    /// Looks at everything in it; throws where it cannot be listed.
    mutating func look(_ here: Folder, _ round: inout InboxRound) throws {
        defer { known.forgetUnseen() }
        var forms: [Int] = []
        var resting: [Int] = []
        try here.forEachEntry { name in
            if let position = known.position(of: name), known[position].isAtRest {
                known[position].isAtRest = round.waitingRoom.waits(
                    channel, name, patience: round.patience, wall: round.wall)
                known.see(at: position)
                resting.append(position)
            } else if let position = try look(at: name, here, &round), known[position].kind == .form {
                forms.append(position)
            }
            return true
        }
        // A form may name any of them, as it is now.
        for position in resting where !forms.isEmpty || !known[position].isAtRest {
            _ = try look(at: known.name(at: position), here, &round)
        }
        try lookAtLoose(here, forms.sorted { known.name(at: $0) < known.name(at: $1) }, &round)
    }

    /// Looks at one name, and says where a loose form or scan stands; anything else is dealt with.
    private mutating func look(at name: FileName, _ here: Folder, _ round: inout InboxRound) throws -> Int? {
        guard let status = try here.status(of: name) else { return nil }
        let kind = ArrivalKind(name: name, status: status)
        var arrival: Arrival { Arrival(channel: channel, name: name, since: status.changed) }
        switch kind {
        case .unfinished: return nil
        case .irregular:
            let position = see(name, kind, Stamp(status), round)
            if !known[position].isTold { round.look.irregular.append("\(channel)/\(name)") }
            known[position].isTold = true
            return nil
        case .archive:
            let position = see(name, kind, Stamp(status), round)
            let isQuiet = try isQuiet(position, since: known[position].since, &round) {
                try $0.isMissingFromArchive(here, name)
            }
            if isQuiet { round.look.ready.append(arrival) }
            return nil
        case .folder:
            do {
                try lookInto(here, arrival, &round)
            } catch let error as FileError where error.isForbidden {
                // Its own fault, and nobody else's: taking it in says so.
                round.look.ready.append(arrival)
            } catch let error as FileError where error.isNotFound || error.isNotFolder {
                return nil
            }
            return nil
        case .form, .scan: return see(name, kind, Stamp(status), round)
        }
    }

    private mutating func see(_ name: FileName, _ kind: ArrivalKind, _ stamp: Stamp, _ round: InboxRound) -> Int {
        let position = known.see(name, new: Sighting(kind, stamp, now: round.steady))
        known[position].observe(kind, stamp, now: round.steady)
        return position
    }

    /// Whether something that has looked the same `since` then has done so long enough; if not, it counts as waiting.
    private mutating func isQuiet(
        _ position: Int, since: Int, _ round: inout InboxRound, isShort: (any Peeking) throws -> Bool
    ) rethrows -> Bool {
        let (steady, patience) = (round.steady, round.patience)
        var until = since + patience.settleAfter
        // Asked only once it has settled, and only where there is patience for scanners.
        if until <= steady, since + patience.shortFile > steady {
            let answer = known[position].isShort(since: since)
            guard answer != nil || round.mayAsk() else { return false }
            let isShort = try answer ?? isShort(round.peeker)
            known[position].answer(isShort: isShort, since: since)
            if isShort { until = since + patience.shortFile }
        }
        guard until > steady else { return true }
        // What is short may be made whole at any moment, and in a folder no event tells of it: look again soon.
        round.wait(until: min(until, steady + max(patience.settleAfter, 1_000_000_000)))
        return false
    }

    /// A folder is whole when each file in it is quiet and every attachment that its form names is there.
    private mutating func lookInto(_ here: Folder, _ arrival: Arrival, _ round: inout InboxRound) throws {
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
            sizes[name] = status.size
        }
        let position = see(arrival.name, .folder, Stamp(of: stamps), round)
        let form = names.first { sizes[$0] != nil && $0.suffix == "xml" }
        guard let wanted = try needs(position, of: form, in: inner, &round) else { return }
        let present = PresentFiles(names: sizes.keys)
        let isQuiet = try isQuiet(position, since: known[position].since, &round) { peeker in
            try wanted.contains { need in
                guard let name = present.find(need.name) else { return false }
                return try peeker.isShort(inner, name, size: sizes[name], need: need)
            }
        }
        guard isQuiet else { return }
        // A folder without a form may still get one; a form may still get its scans.
        let isLacking = form == nil || wanted.contains { present.find($0.name) == nil }
        if isLacking, round.waitsForAbsent(channel, arrival.name) { return }
        round.look.ready.append(arrival)
    }

    private mutating func lookAtLoose(_ here: Folder, _ forms: [Int], _ round: inout InboxRound) throws {
        var loose = LooseFiles(here: here)
        var areAllRead = true
        for form in forms {
            let name = known.name(at: form)
            guard let wanted = try needs(form, of: name, in: here, &round) else {
                areAllRead = false
                continue
            }
            let scans = try wanted.map { try loose.find($0, in: known) }
            let signature = try loose.find(.signature(of: name), in: known)
            let companions = (scans + [signature]).compactMap { $0 }
            loose.claim(companions)
            let size = known[form].stamp.size
            let since = companions.reduce(known[form].since) { max($0, known[$1].since) }
            let present = zip(wanted, scans).compactMap { need, scan in
                scan.map { (need: need, name: known.name(at: $0), size: known[$0].stamp.size) }
            }
            let isQuiet = try isQuiet(form, since: since, &round) { peeker in
                try size == 0
                    || present.contains { try peeker.isShort(here, $0.name, size: $0.size, need: $0.need) }
            }
            guard isQuiet else { continue }
            if scans.contains(nil), round.waitsForAbsent(channel, name) { continue }
            round.look.ready.append(
                Arrival(
                    channel: channel, name: name, companions: companions.map { known.name(at: $0) },
                    since: known[form].stamp.changed))
        }
        for scan in 0..<known.count where loose.isFree(scan, in: known) {
            try lookAtScan(scan, here, areAllRead: areAllRead, &round)
        }
    }

    /// A scan that no form has named so far.
    private mutating func lookAtScan(
        _ scan: Int, _ here: Folder, areAllRead: Bool, _ round: inout InboxRound
    ) throws {
        if known[scan].isAtRest {
            round.look.waiting += 1
            return
        }
        let name = known.name(at: scan)
        guard areAllRead else { return round.wait(until: round.steady) }
        let isQuiet = try isQuiet(scan, since: known[scan].since, &round) { try $0.isMissingItsEnd(here, name) }
        guard isQuiet else { return }
        let namesDossier = channel == .postal && name.text.flatMap { ScanName($0) } != nil
        if !namesDossier, round.waitsForAbsent(channel, name) {
            known[scan].isAtRest = true
            return
        }
        round.look.ready.append(Arrival(channel: channel, name: name, since: known[scan].stamp.changed))
    }

    /// What a form waits for, read again only when something changed; nil where this look may read no more.
    private mutating func needs(
        _ position: Int, of form: FileName?, in folder: Folder, _ round: inout InboxRound
    ) throws -> [FormNeed]? {
        if let read = known[position].needs { return read }
        guard let form else { return [] }
        guard round.mayAsk() else { return nil }
        let read = try round.peeker.needs(folder, form)
        known[position].needs = read
        return read
    }
}
