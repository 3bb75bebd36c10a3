package import Bytes
package import Dossiers

/// What lies in the unmatched tray, as far as the ledger knows.
extension Register {
    /// So many of what is alike are looked at, the last, since anybody may send it often.
    private static let mostAlike = 100

    /// Whether a name was ever given there, so that none is given twice.
    package func isUnmatched(_ name: String) throws -> Bool {
        try unmatched.contains(name)
            || base?.entries(.unmatched(name)).contains { $0.event.unmatched?.name == name } ?? false
    }

    /// What was ever given a name there; nil where nothing was.
    package func stray(_ name: String) throws -> Unmatched? {
        if unmatched.contains(name) { return strays.first { $0.name == name } }
        return try base?.entries(.unmatched(name)).lazy.compactMap(\.event.unmatched).first { $0.name == name }
    }

    /// Whether what had a name there left the tray.
    package func isMatched(_ name: String) throws -> Bool {
        try matched.contains(name)
            || base?.entries(.unmatched(name)).contains {
                if case .matched(let other, _) = $0.event { other == name } else { false }
            } ?? false
    }

    /// What lies there and has a digest, in the order in which it came.
    package func strays(sha256: Digest) throws -> [Unmatched] {
        try lying(.stray(sha256)) { $0.sha256 == sha256 }
    }

    /// What lies there, has a size and is called so in whatever case.
    package func strays(called name: String, size: Int) throws -> [Unmatched] {
        let folded = Unmatched.folded(name)
        return try lying(.stray(called: name, size: size)) {
            $0.size == size && Unmatched.folded($0.called) == folded
        }
    }

    /// What lies there and is called so in whatever case.
    package func strays(called name: String) throws -> [Unmatched] {
        let folded = Unmatched.folded(name)
        return try lying(.stray(called: name)) { Unmatched.folded($0.called) == folded }
    }

    private func lying(_ key: LedgerKey, _ isMeant: (Unmatched) -> Bool) throws -> [Unmatched] {
        let before = try base?.entries(key, most: Self.mostAlike).compactMap(\.event.unmatched).filter(isMeant) ?? []
        return try (before + strays.filter(isMeant)).suffix(Self.mostAlike).filter { try !isMatched($0.name) }
    }
}

extension Event {
    fileprivate var unmatched: Unmatched? { if case .unmatched(let item) = self { item } else { nil } }
}
