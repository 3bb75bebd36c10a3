import Dossiers
import Settings

/// Whether letters can say what citizens need.
extension Doctor {
    /// Who may have to send certified copies by post has to know where to (Điều 7.2a).
    func addresses() throws -> [Diagnosis] {
        let catalogue = site.catalogue
        let written = catalogue.procedures.keys.compactMap { catalogue.procedure($0, on: now.day) }
            .filter { $0.level == 4 && !$0.central }.map(\.agency)
        let unknown = Set(written).filter { catalogue.agencies[$0]?.address == nil }.sorted()
        guard !unknown.isEmpty else { return [.ok("letters", "every agency that may be written to has its address")] }
        return [
            .warning(
                "letters",
                "letters ask for copies by post and name no address of \(unknown.map(\.description).joined(separator: ", "))",
                do: "Enter it as address=\"…\" in agencies.xml; the office's own agencies.xsd must know it too.")
        ]
    }
}
