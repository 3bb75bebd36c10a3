/// The procedures that the province offers, each in all its versions, and the agencies that answer them.
package struct Catalogue: Sendable {
    package let agencies: [AgencyCode: Agency]
    /// By code; the versions in the order of the day from which they hold, the first without one.
    package let procedures: [String: [Procedure]]

    package init(agencies: [Agency], procedures: [Procedure]) {
        self.agencies = Dictionary(agencies.map { ($0.code, $0) }) { first, _ in first }
        self.procedures = Dictionary(grouping: procedures, by: \.code).mapValues { versions in
            versions.sorted { ($0.validFrom?.number ?? .min) < ($1.validFrom?.number ?? .min) }
        }
    }

    /// The versions that hold on `day`, whether or not their agencies are there, in the order of their codes.
    package func offered(on day: Day) -> [Procedure] {
        procedures.keys.sorted().compactMap { version(of: $0, on: day) }
    }

    private func version(of code: String, on day: Day) -> Procedure? {
        let version = procedures[code]?.last { version in version.validFrom.map { $0 <= day } ?? true }
        guard let version, version.validUntil.map({ day <= $0 }) ?? true else { return nil }
        return version
    }

    /// The version that holds on `day`; nil where the code is unknown, not yet in force or offered no more, or its
    /// lead agency is not there.
    package func procedure(_ code: String, on day: Day) -> Procedure? {
        guard let version = version(of: code, on: day), agencies[version.agency]?.serves(on: day) ?? true
        else { return nil }
        return version
    }

    /// The versions of which each was offered on a day of a period, in order; none where the code is unknown.
    package func versions(of code: String, offeredIn days: ClosedRange<Day>) -> [Procedure] {
        let versions = procedures[code] ?? []
        return versions.enumerated().compactMap { index, version in
            let agency = agencies[version.agency]
            let next = index + 1 < versions.count ? versions[index + 1].validFrom?.advanced(by: -1) : nil
            let first = [days.lowerBound, version.validFrom, agency?.since].compactMap { $0 }.max() ?? days.lowerBound
            let last = [days.upperBound, version.validUntil, next, agency?.until].compactMap { $0 }.min()
            return first <= last ?? days.upperBound ? version : nil
        }
    }

    /// The version that holds for a dossier: the one of its day of receipt, though later ones were added since.
    package func procedure(of dossier: Dossier) -> Procedure? {
        procedure(dossier.receipt.procedureVersion)
    }

    /// Nil where the catalogue has it no more.
    package func procedure(_ version: ProcedureVersion) -> Procedure? {
        procedures[version.code]?.first { $0.validFrom == version.validFrom }
    }
}
