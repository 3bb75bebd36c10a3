import Dossiers
import Intake
import Settings

/// Procedures that have left the catalogue before their dossiers were closed: told, and what comes for these is kept.
extension Office {
    private static let lostIncident = "procedure-gone:"

    /// Asked at each start, since a catalogue holds until the next.
    func watchProcedures() throws {
        let lost = try LostProcedure.all(of: site.catalogue, in: register)
        for procedure in lost {
            try openIncident(
                Self.lostIncident + procedure.version.description,
                effect: "What comes for some dossiers is kept and takes no effect: \(procedure).",
                concerning: procedure.codes.count)
        }
        let kinds = lost.map { Self.lostIncident + $0.version.description }
        for kind in incidents.sorted() where kind.hasPrefix(Self.lostIncident) && !kinds.contains(kind) {
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
