import Dossiers
import Ledgers

/// An agency that has left the configuration, though it has open dossiers (Điều 4.1).
struct LostAgency: CustomStringConvertible {
    let code: AgencyCode
    /// In order.
    let codes: [DossierCode]

    /// In the order of the agencies' codes.
    static func all(of catalogue: Catalogue, in register: Register) throws -> [LostAgency] {
        try register.strays(of: catalogue).map { LostAgency(code: $0, codes: $1) }.sorted { $0.code < $1.code }
    }

    var description: String {
        "the agency \(code) is not in config/agencies.xml any more, but has open dossiers: \(NamedCodes(codes: codes))"
    }
}
