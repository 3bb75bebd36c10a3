import Dossiers
import Ledgers

/// A version of a procedure that has left the catalogue, though open dossiers keep it (Điều 4.1).
struct LostProcedure: CustomStringConvertible {
    let version: ProcedureVersion
    /// In order.
    let codes: [DossierCode]

    /// In the order of the procedures' codes.
    static func all(of catalogue: Catalogue, in register: Register) throws -> [LostProcedure] {
        try register.orphans(of: catalogue).map { LostProcedure(version: $0, codes: $1) }
            .sorted { $0.version.description < $1.version.description }
    }

    var description: String {
        "the procedure \(version) is not in the catalogue any more, but open dossiers were received under it: \(NamedCodes(codes: codes))"
    }
}
