import Bytes
import Dossiers
import Files
import Intake
import Ledgers
import Settings

/// Scans that came before their form, and were given up before it came: back to where that lies now.
extension Office {
    /// So many files are looked for between two looks, since each may have to be found in the ledger.
    private static let mostSought = 1_000

    /// Puts what forms lack and the unmatched tray has back into the folder that both came by, and says how much that was.
    ///
    /// A form gets what it would have had, had it come in time, and nothing else. The file is a new arrival from there on.
    func takeBack(_ lacking: [LackingForm]) throws -> Int {
        guard !lacking.isEmpty else { return 0 }
        let tray = try UnmatchedTray(state: state)
        guard try !tray.isEmpty else {
            look.asked(lacking)
            return 0
        }
        var count = 0
        var sought = 0
        for form in lacking where sought < Self.mostSought {
            for need in form.needs.prefix(site.limits.files) {
                sought += 1
                guard let item = try meant(by: need, form.channel, tray) else { continue }
                if try takeBack(item, from: tray, as: need.name, to: form) { count += 1 }
            }
            look.asked([form])
        }
        return count
    }

    /// The file in the tray that a form means: the one of its digest, else the only one of its name and size, where no dossier waits
    /// for a file of that name.
    private func meant(by need: FormNeed, _ channel: Channel, _ tray: UnmatchedTray) throws -> Unmatched? {
        if let digest = need.digest {
            let alike = try register.strays(sha256: digest).filter {
                try $0.channel == channel.description && tray.file(of: $0.name) != nil
            }
            return alike.first { $0.called == need.name } ?? alike.first
        }
        guard let size = need.size, !isFlood(register, clock.now) else { return nil }
        let alike = try register.strays(called: need.name, size: size).filter { try tray.file(of: $0.name) != nil }
        guard alike.count == 1, alike[0].called == need.name, alike[0].channel == channel.description else {
            return nil
        }
        return try dossiers(missing: need.name, register).isEmpty ? alike[0] : nil
    }

    /// Under the name that the form gives it where nothing there has that; false where it has to stay.
    private func takeBack(
        _ item: Unmatched, from tray: UnmatchedTray, as name: String, to form: LackingForm
    ) throws -> Bool {
        guard let claim = try tray.take(item.name, as: claims.nextID(form.channel.mark), from: form.channel) else {
            return false
        }
        try rename(claim, to: name)
        guard try claims.putBack(claim) else {
            try putAside(claim, item)
            return false
        }
        try record([.matched(name: item.name, nil)], as: "tray")
        say(
            LogEvent(
                .takenBack,
                "State/unmatched/\(open: item.name) lies in Inbox/\(open: "\(form.channel)") again: \(open: form.form.description) names it"
            ))
        return true
    }

    /// Gives a claim's one file another name, where it stays what it is and nothing in the inbox has that name.
    private func rename(_ claim: Claim, to name: String) throws {
        guard let old = try claim.folder.entries().first, let new = FileName(name), new != old,
            let status = try claim.folder.status(of: old), ArrivalKind(name: new, status: status) == .scan,
            try inbox.standing(at: claim.channel.path)?.status(of: new) == nil
        else { return }
        try claim.folder.rename(old, to: claim.folder, as: new, replacing: false)
        try claim.folder.sync()
    }

    /// Puts what was taken from the tray back there.
    func putAside(_ claim: Claim, _ item: Unmatched) throws {
        try archive.move(to: archive.place(of: claim.id, .unmatched(item, since: clock.now.day)))
        try makeLast()
    }
}
