package import Dossiers

/// The name of a scan that stands alone, which begins with its dossier's code: `000.00.12.H34-261123-0001_CCCD.pdf`.
package struct ScanName: Sendable, Equatable {
    package let dossier: DossierCode
    /// What the name says after the code; `scan` where it says nothing.
    package let component: String
    /// Another dossier that the name gives the code of as well; nil where it speaks of one alone.
    package let other: DossierCode?

    /// Nil where the name does not begin with a dossier's code that ends there.
    package init?(_ name: String) {
        let parts = name.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let number = parts[2].prefix { $0.isASCII && $0.isNumber }
        let rest = parts[2][number.endIndex...]
        guard let code = DossierCode("\(parts[0])-\(parts[1])-\(number)"), rest.first?.isLetter != true else {
            return nil
        }
        let title = rest[..<(rest.lastIndex(of: ".") ?? rest.endIndex)]
            // What a second copy in one folder is called.
            .replacing(#/ ?\([0-9]+\)$/#, with: "")
            .drop { "_- .".contains($0) }
        dossier = code
        other = rest.matches(of: #/[0-9A-Za-z][0-9A-Za-z.]*-[0-9]{6}-[0-9]{4,9}/#).lazy
            .compactMap { DossierCode($0.output.uppercased()) }.first { $0 != code }
        component = title.isEmpty ? "scan" : String(title)
    }
}
