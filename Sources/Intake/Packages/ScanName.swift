package import Dossiers

/// The name of a scan that stands alone: `000.00.12.H34-261123-0001_CCCD.pdf`.
package struct ScanName: Sendable, Equatable {
    package let dossier: DossierCode
    package let component: String

    /// Nil where the name does not begin with a dossier code and an underscore.
    package init?(_ name: String) {
        guard let underscore = name.firstIndex(of: "_"), let code = DossierCode(name[..<underscore]) else { return nil }
        let rest = name[name.index(after: underscore)...]
        let component = rest[..<(rest.lastIndex(of: ".") ?? rest.endIndex)]
        guard !component.isEmpty, component.utf8.count <= 64 else { return nil }
        dossier = code
        self.component = String(component)
    }
}
