package import Dossiers
import Files
import Ledgers
import Settings
package import Signatures

/// `hoso doctor`: whether site and machine are as hoso needs them, each thing with what to do about it.
///
/// It writes nothing but probes of its own under hidden names, which it removes, makes no folder, and may be called while hoso
/// serves.
package struct Doctor {
    let path: String
    let folders: SiteFolders
    let site: Site
    let now: Moment
    /// Where untrusted bytes are read.
    let place: ReadingPlace
    /// The one that judges signatures here; nil where there is none.
    let openssl: OpenSSL?

    /// Everything that is to be said, the configuration first: where that has mistakes, there is nothing more.
    package static func examine(
        site path: String, now: Moment?, reading: ReadingPlace = .here, openssl: OpenSSL? = .installed
    ) throws -> [Diagnosis] {
        let folders = try SiteFolders(opening: path)
        let read = folders.load()
        let configuration = configuration(read.problems)
        guard let site = read.site else { return configuration }
        let doctor = Doctor(
            path: path, folders: folders, site: site, now: LawClock(fixed: now, offset: site.offset).now,
            place: reading, openssl: openssl)
        let checks: [(String, () throws -> [Diagnosis])] = [
            ("folders", doctor.presence), ("folders", doctor.sameFileSystem), ("rights", doctor.rights),
            ("inbox", doctor.strays),
            ("arrivals", doctor.untaken),
            ("disk", doctor.space),
            ("kernel events", doctor.events), ("leases", doctor.leases), ("clock", doctor.clock),
            ("ledger", doctor.ledger), ("calendar", doctor.calendar), ("calendar", doctor.appointments),
            ("procedures", doctor.procedures), ("agencies", doctor.agencies), ("letters", doctor.addresses),
            ("trust", doctor.trust),
            ("openssl", doctor.program),
            ("reading", doctor.reading),
            ("mail", doctor.mail), ("nightly", doctor.nightly), ("incidents", doctor.incidents),
        ]
        return configuration
            + checks.flatMap { subject, check in
                do {
                    return try check()
                } catch is LedgerDamage {
                    // Told under its own name.
                    return []
                } catch {
                    return [.failure(subject, "\(error)", do: "Mend what is named, then call hoso doctor again.")]
                }
            }
    }

    private static func configuration(_ problems: [ConfigurationProblem]) -> [Diagnosis] {
        if problems.isEmpty { return [.ok("configuration", "holds no mistake")] }
        return problems.map { problem in
            problem.isWarning
                ? .warning("configuration", problem.description, do: "See hoso.xml(5).")
                : .failure("configuration", problem.description, do: "Mend it; hoso config check lists every mistake.")
        }
    }

    /// Where State lies, or will once hoso has run.
    func stateOrItsPlace() throws -> Folder { try folders.stateOrItsPlace(of: site) }
}
