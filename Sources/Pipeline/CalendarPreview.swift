package import Dossiers
import Ledgers
import Settings

/// `hoso calendar preview`: which due moments another calendar would move.
extension SiteView {
    /// An open dossier whose due moment would be another.
    package struct Move: Sendable {
        package let code: DossierCode
        package let procedure: String
        package let from: Moment
        package let to: Moment
        package let provisional: Bool
    }

    /// Every open dossier that would move, in the order of codes.
    ///
    /// Throws `ConfigurationMistakes` where the calendar has any that is not a mere warning.
    package func moves(by calendar: [UInt8], named file: String) throws -> [Move] {
        let (version, problems) = SiteLoader.calendar(
            calendar, named: file, schemasOf: ConfigurationFiles(in: folders.root),
            agencies: Set(site.catalogue.agencies.keys))
        guard let version else { throw ConfigurationMistakes(problems: problems) }
        return register.dossiers.values.sorted { $0.code < $1.code }.compactMap { dossier in
            guard let deadlines = dossier.deadlines, dossier.state.isOpen,
                let procedure = site.catalogue.procedure(of: dossier),
                let moved = Deadlines(
                    procedure: procedure, calendar: version.calendar(for: dossier.receipt.agency),
                    from: deadlines.from),
                moved.result != deadlines.result
            else { return nil }
            return Move(
                code: dossier.code, procedure: procedure.code, from: deadlines.result, to: moved.result,
                provisional: moved.provisional)
        }
    }
}

extension DossierState {
    /// Whether something is still to be done for the dossier.
    fileprivate var isOpen: Bool {
        switch self {
        case .held, .awaitingSupplement, .awaitingPostalCopy, .awaitingPayment, .accepted, .processing: true
        case .resolved, .returned, .refused, .withdrawn: false
        }
    }
}
