import Bytes
import Dossiers

/// What an entry is found by without reading the ledger: 40 bits of a digest, so that nobody can choose keys that meet.
///
/// Where two meet all the same, whoever reads the entries sees which of them he asked for.
struct LedgerKey: Hashable, Comparable, Sendable {
    static let bits = 40
    /// In bytes, as an index writes it.
    static let size = bits / 8

    let value: UInt64

    init(value: UInt64) { self.value = value }

    private init(_ kind: String, _ name: String) {
        value = SHA256.digest(of: Array("\(kind) \(name)".utf8)).firstWord >> (64 - UInt64(Self.bits))
    }

    static func dossier(_ code: DossierCode) -> LedgerKey { LedgerKey("dossier", code.description) }
    static func submission(_ id: String) -> LedgerKey { LedgerKey("submission", id) }
    static func message(_ id: String) -> LedgerKey { LedgerKey("message", id) }
    static func quarantined(_ name: String) -> LedgerKey { LedgerKey("quarantined", name) }
    static func unmatched(_ name: String) -> LedgerKey { LedgerKey("unmatched", name) }
    /// Of what went to the unmatched tray, by its digest, by its name and size, and by its name alone.
    static func stray(_ digest: Digest) -> LedgerKey { LedgerKey("stray", digest.description) }
    static func stray(called name: String, size: Int) -> LedgerKey {
        LedgerKey("stray", "\(size) \(Unmatched.folded(name))")
    }
    static func stray(called name: String) -> LedgerKey { LedgerKey("stray", "- \(Unmatched.folded(name))") }
    /// Of the first of the entries that a claim brought about.
    static func claim(_ claim: String) -> LedgerKey { LedgerKey("claim", claim) }

    /// What the event alone says; nil where that is nothing.
    init?(of event: Event) {
        switch event {
        case .received(let receipt): self = .submission(receipt.submission)
        case .refused(let refusal): self = .submission(refusal.submission)
        case .messageReceived(let message): self = .message(message.id)
        case .rejected(let rejection) where rejection.content != nil: self = .message(rejection.message)
        case .quarantined(let item): self = .quarantined(item.name)
        case .putBack(let name, _): self = .quarantined(name)
        case .unmatched(let item): self = .unmatched(item.name)
        case .matched(let name, _): self = .unmatched(name)
        default: return nil
        }
    }

    /// What a file in the unmatched tray is found by beside its name there.
    static func further(of event: Event) -> [LedgerKey] {
        guard case .unmatched(let item) = event else { return [] }
        let bySize = item.size.map { LedgerKey.stray(called: item.called, size: $0) }
        return [item.sha256.map { .stray($0) }, bySize, .stray(called: item.called)].compactMap { $0 }
    }

    static func < (left: LedgerKey, right: LedgerKey) -> Bool { left.value < right.value }
}
