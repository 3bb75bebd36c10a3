import Ledgers

/// What the ledger lacks is told: nothing in it may change or go in silence (Điều 13.7).
extension Office {
    private static let lossIncident = "ledger-line-lost"

    /// The letter's own entries end what is left of the commit that lost its last line.
    func watchLoss(_ repair: LedgerRepair?) throws {
        guard case .lost(let entry, _, let kept)? = repair else { return try closeIncident(Self.lossIncident) }
        try openIncident(
            Self.lossIncident,
            effect:
                "Entry \(entry) of the ledger had been committed and was torn; the ledger goes on without it. Its bytes are kept in State/ledger/\(kept). Look whether the disk is sound."
        )
    }
}
