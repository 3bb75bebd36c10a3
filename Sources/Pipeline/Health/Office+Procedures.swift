import Dossiers
import Intake
import Settings

/// Procedures and agencies that have left the configuration before their dossiers were closed: told, and what comes for these
/// is kept.
extension Office {
    private static let lostIncident = "procedure-gone:"
    private static let lostAgencyIncident = "agency-gone:"

    /// Asked at each start, since a catalogue holds until the next.
    func watchProcedures() throws {
        let lost = try LostProcedure.all(of: site.catalogue, in: register)
        for procedure in lost {
            try openIncident(
                Self.lostIncident + procedure.version.description,
                effect: "What comes for some dossiers is kept and takes no effect: \(procedure).",
                concerning: procedure.codes.count)
        }
        try closeIncidents(Self.lostIncident, but: lost.map(\.version.description))
    }

    /// Asked with the procedures, and for the same reason.
    func watchAgencies() throws {
        let lost = try LostAgency.all(of: site.catalogue, in: register)
        for agency in lost {
            try openIncident(
                Self.lostAgencyIncident + agency.code.description,
                effect: "What lies in Inbox/agencies/\(agency.code) is not looked at: \(agency).",
                concerning: agency.codes.count)
        }
        try closeIncidents(Self.lostAgencyIncident, but: lost.map(\.code.description))
    }

    private func closeIncidents(_ prefix: String, but names: [String]) throws {
        let kinds = names.map { prefix + $0 }
        for kind in incidents.sorted() where kind.hasPrefix(prefix) && !kinds.contains(kind) {
            try closeIncident(kind)
        }
    }

    /// Leaves a claim where it lies; the next start, which may know the procedure again, takes it.
    func keep(_ claim: Claim) {
        kept += 1
        say(
            LogEvent(
                .kept, "\(open: claim.id): kept until the procedure of its dossier is in the catalogue again",
                ["claim": "\(open: claim.id)"]))
    }
}
