import Dossiers
import Files
import Ledgers
import Publications
import Settings

/// Tells of a damaged ledger, which nothing can be entered in: a letter at once, once for each damage (Điều 13.7).
struct LedgerDamageNotice {
    /// Remembers below `State/` which damage was told.
    private static let marker: FileName = "ledger-damage.txt"

    let state: Folder
    let outbox: Folder
    let letters: Letters
    /// Nil where the site sends no mail.
    let mailer: Mailer?
    let mailWay: MailWay
    let now: Moment

    func tell(_ damage: LedgerDamage) throws {
        let text = "\(damage)"
        if try state.status(of: Self.marker) != nil,
            try state.readAll(Self.marker, limit: 100_000) == Array(text.utf8)
        {
            return
        }
        let incidents = try outbox.folder("incidents", create: true, mode: nil)
        let letter = letters.incident(
            "ledger-damage", effect: "Since \(now) nothing is taken in: \(text)", at: now, number: 0)
        try mailer?.enqueue(letter.bytes, as: "incidents/\(letter.name)")
        try incidents.replaceDurably(FileName.literal(letter.name), with: letter.bytes, mode: 0o640)
        try state.replaceDurably(Self.marker, with: Array(text.utf8), mode: 0o640)
        guard mailWay != .left else { return }
        do {
            // No turn comes that would.
            _ = try mailer?.send()
        } catch is LockHeld {
            // The other process hands it over.
        }
    }

    /// Whether a damage was told that is no longer there; asked once.
    func isMended() throws -> Bool {
        guard try state.status(of: Self.marker) != nil else { return false }
        try state.remove(Self.marker)
        return true
    }
}
