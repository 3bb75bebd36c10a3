import Delivery
import Files
import Ledgers

/// What would end a start is to end no daemon that serves: it is looked for before the site is opened again.
extension Office {
    /// Throws what keeps the site from being opened as its configuration is now.
    func expectToOpenAgain(at path: String) throws {
        let house = try SiteFolders(opening: path, calls: machine.calls)
        let site = try house.checkedSite()
        _ = try house.inbox(of: site)
        let outbox = try house.outbox(of: site)
        let told = try Outbox(root: outbox).survey(below: house.outboxFolders(of: site)).lastTold
        let head = try head(in: house.state(of: site))
        guard told <= head else { throw LedgerBehind(head: head, told: told) }
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
