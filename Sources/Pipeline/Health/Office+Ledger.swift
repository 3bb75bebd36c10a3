import Files
import Ledgers

/// What the ledger lacks is told: nothing in it may change or go in silence (Điều 13.7).
extension Office {
    private static let lossIncident = "ledger-line-lost"
    private static let changeIncident = "ledger-changed"

    /// The letter's own entries end what is left of the commit that lost its last line.
    func watchLoss(_ repair: LedgerRepair?) throws {
        guard case .lost(let entry, _, let kept)? = repair else { return try closeIncident(Self.lossIncident) }
        try openIncident(
            Self.lossIncident,
            effect:
                "Entry \(entry) of the ledger had been committed and was torn; the ledger goes on without it. Its bytes are kept in State/ledger/\(kept). Look whether the disk is sound."
        )
    }

    /// Checks a share of the chain, which no start does that finds a snapshot; after a damage the whole.
    func checkLedger() throws {
        let reading = try LedgerReading(folder: state.folder("ledger"), passing: expectNight(past:))
        guard incidents.contains(Self.changeIncident) else { return try reading.checkShare() }
        _ = try reading.check()
        try closeIncident(Self.changeIncident)
    }

    /// Does some work, and tells of a damage that it met in the ledger.
    func tellingDamage<Made>(_ work: () throws -> Made) throws -> Made {
        do {
            return try work()
        } catch let damage as LedgerDamage {
            // Its end is sound, since what is entered stands behind it.
            if !ledger.isPoisoned { try openIncident(Self.changeIncident, effect: "\(damage).") }
            throw damage
        }
    }
}
