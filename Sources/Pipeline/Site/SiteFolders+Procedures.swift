import Files
import Ledgers
import Settings

extension SiteFolders {
    /// Procedures and agencies that open dossiers keep, and that are not in the configuration any more; days off on which they
    /// have their appointments.
    ///
    /// The site runs all the same, so they are warnings, and so is what kept them from being looked for: whoever asks wants to
    /// know of the configuration.
    func procedureProblems(of site: Site) -> [ConfigurationProblem] {
        do {
            guard let register = try registerAtHand(of: site) else { return [] }
            let procedures = try LostProcedure.all(of: site.catalogue, in: register).map {
                ConfigurationProblem(
                    file: "config/procedures/\($0.version).xml", line: 1, message: $0.description, isWarning: true)
            }
            let agencies = try LostAgency.all(of: site.catalogue, in: register).map {
                ConfigurationProblem(file: "config/agencies.xml", line: 1, message: $0.description, isWarning: true)
            }
            return try procedures + agencies
                + AppointmentsOff.all(of: site.calendars, in: register).map {
                    ConfigurationProblem(
                        file: $0.file, line: 1, message: "\($0); enter it here too, then call hoso calendar apply",
                        isWarning: true)
                }
        } catch {
            return [
                ConfigurationProblem(
                    file: "config/procedures", line: 1,
                    message:
                        "whether open dossiers have their procedures, agencies and working days cannot be told: \(error)",
                    isWarning: true)
            ]
        }
    }

    /// Nil where the site has not run yet, or its whole ledger would have to be read.
    private func registerAtHand(of site: Site) throws -> Register? {
        try state(of: site)?.standing(at: ["ledger"]).flatMap(Ledger.registerAtHand)
    }
}
