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
