import Files

/// Forms and scans that lie loose, and belong together by what the forms say.
extension DropFolder {
    /// Looks at the forms among the names, and at the scans that they name or that no form has named.
    mutating func lookAtLoose(_ here: Folder, _ forms: [Int], _ round: inout InboxRound) throws {
        let read = try forms.compactMap { form in
            try needs(form, of: known.name(at: form), in: here, &round).map { (form: form, needs: $0) }
        }
        var areAllRead = read.count == forms.count
        var loose = LooseFiles(here: here, settledBy: round.steady - round.patience.settleAfter)
        let joined = try loose.join(read.map(\.needs.files), in: &known)
        noteLacking(zip(read, joined).map { ($0.form, $0.needs.files, $1) }, areAllRead: areAllRead, &round)
        for ((form, wanted), scans) in zip(read, joined) {
            guard let scans else {
                areAllRead = false
                round.wait(until: round.steady)
                continue
            }
            let name = known.name(at: form)
            let signature = loose.take(.signature(of: name), in: known)
            let companions = (scans + [signature]).compactMap { $0 }
            let size = known[form].stamp.size
            let since = companions.reduce(known[form].since) { max($0, known[$1].since) }
            let present = zip(wanted.files, scans).compactMap { need, scan in
                scan.map { (need: need, name: known.name(at: $0), size: known[$0].stamp.size) }
            }
            let files = [name] + companions.map { known.name(at: $0) }
            let isQuiet = try isQuiet(form, since: since, &round, files, in: here) { peeker in
                try size == 0 || wanted.isCutOff
                    || present.contains { try peeker.isShort(here, $0.name, size: $0.size, need: $0.need) }
            }
            guard isQuiet else { continue }
            if scans.contains(nil), waitsForAbsent(form, &round) { continue }
            round.look.ready.append(
                Arrival(
                    channel: channel, name: name, companions: Array(files.dropFirst()), since: known[form].stamp.changed
                ))
        }
        for scan in 0..<known.count where loose.isFree(scan, in: known) {
            try lookAtScan(scan, here, areAllRead: areAllRead, &round)
        }
    }

    /// Notes what forms lack that was not looked for elsewhere yet.
    private func noteLacking(
        _ forms: [(form: Int, needs: [FormNeed], scans: [Int?]?)], areAllRead: Bool, _ round: inout InboxRound
    ) {
        var namedBy: [String: Int]?
        /// Whether one form alone names it, as far as that can be known.
        func isOnes(_ name: String) -> Bool {
            let counts =
                namedBy
                ?? forms.reduce(into: [:]) { counts, form in
                    for name in Set(form.needs.map(\.name)) { counts[name, default: 0] += 1 }
                }
            namedBy = counts
            return areAllRead && counts[name] == 1
        }
        for (form, needs, scans) in forms where !known[form].isAsked {
            guard let scans, scans.contains(nil) else { continue }
            let absent = zip(needs, scans).filter { $0.1 == nil }.map(\.0)
            let sought = absent.filter { $0.digest != nil || ($0.size != nil && isOnes($0.name)) }
            guard !sought.isEmpty else { continue }
            round.look.lacking.append(LackingForm(channel: channel, form: known.name(at: form), needs: sought))
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
        guard areAllRead else { return round.wait(until: round.steady) }
        let namesDossier = channel == .postal && known.name(at: scan).text.flatMap { ScanName($0) } != nil
        // Whether it is quiet and whole matters only once it is not waited for any more, or a form names it.
        if !namesDossier, waitsForAbsent(scan, &round) {
            known[scan].isAtRest = true
            return
        }
        let name = known.name(at: scan)
        let isQuiet = try isQuiet(scan, since: known[scan].since, &round, [name], in: here) {
            try $0.isMissingItsEnd(here, name)
        }
        guard isQuiet else { return }
        round.look.ready.append(Arrival(channel: channel, name: name, since: known[scan].stamp.changed))
    }

    /// What a form waits for, read again only when something changed; nil where this look may read no more.
    mutating func needs(
        _ position: Int, of form: FileName?, in folder: Folder, _ round: inout InboxRound
    ) throws -> NeededFiles? {
        if let read = known[position].needs { return read }
        guard let form else { return NeededFiles() }
        guard round.mayAsk() else { return nil }
        let read = try peeker.needs(folder, form)
        known[position].needs = read
        return read
    }
}
