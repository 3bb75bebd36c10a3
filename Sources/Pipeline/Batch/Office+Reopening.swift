import Delivery
import Files
import Ledgers

/// What would end a start is to end no daemon that serves: it is looked for before the site is opened again.
extension Office {
    /// Throws what keeps the site from being opened as its configuration is now.
    func expectToOpenAgain(at path: String) throws {
        let house = try SiteFolders(opening: path, calls: machine.calls)
        let site = try house.checkedSite()
        // Made by none but the start, which tells of one that was lost (FS11).
        try house.expectToMake(foldersOf: site)
        let told = try house.outbox(of: site).map {
            try Outbox(root: $0).survey(below: house.outboxFolders(of: site)).lastTold
        }
        let head = try house.state(of: site).map(head) ?? 0
        guard let told, told > head else { return }
        throw LedgerBehind(head: head, told: told)
    }

    /// The number of the last entry of the ledger in a state, ours or another that nobody may hold.
    private func head(in there: Folder) throws -> Int {
        if try there.status().isSameFile(as: state.status()) { return ledger.headNumber }
        do {
            let lock = try SiteLock(folder: there, name: "lock")
            defer { withExtendedLifetime(lock) {} }
            guard try there.status(of: "ledger") != nil else { return 0 }
            return try Ledger.register(in: try there.folder("ledger")).end.number
        } catch let held as LockHeld {
            throw SiteHeld(holder: held.description)
        }
    }
}
