import Dossiers

/// Findings as their stable codes, each once, as `hoso list` prints them.
enum FindingCodes {
    /// Comma-separated in the order in which they were found; `-` for none.
    static func list(_ findings: [Finding]) -> String {
        var seen: Set<FindingCode> = []
        let codes = findings.map(\.code).filter { seen.insert($0).inserted }
        return codes.isEmpty ? "-" : codes.map(\.rawValue).joined(separator: ",")
    }
}

extension Dossier {
    /// As people are shown them: that a person holds it or has marked it comes first, which stands in the ledger as his act and is
    /// no finding there.
    var shownFindings: [Finding] {
        let acts = [
            hold.map { Finding(.heldByOffice, found: $0.reason) },
            violation.map { Finding(.suspectedViolation, found: $0.reason) },
        ]
        return acts.compactMap { $0 } + findings
    }
}
