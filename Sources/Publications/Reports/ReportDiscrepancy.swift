package import Dossiers

/// Figures that do not add up: the report is not issued, and the dossiers are named.
package struct ReportDiscrepancy: Error, Equatable, CustomStringConvertible {
    /// Such as `II.06a`.
    package let report: String
    package let row: String
    /// The identity that does not hold, such as `3 = 7 + 11`.
    package let identity: String
    package let codes: [DossierCode]

    package var description: String {
        "\(report), «\(row)»: \(identity) does not hold because of \(codes.map(\.description).joined(separator: ", "))"
    }
}
