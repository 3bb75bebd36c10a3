import Dossiers
import Settings

/// The slow evaluators of a rehearsed year: one for each agency that keeps hours of its own and one for the others, before
/// and after the calendar was changed.
struct YearWalks {
    private static let own = AgencyCode(YearService.criminalRecord.agency)

    /// From when on the changed calendar counts.
    private let change: Moment
    private var walks: [String: MinuteWalk] = [:]

    init(_ site: YearSite, _ calendars: CalendarVersions) {
        change = Moment(day: site.changeDay, minute: 0, offset: YearSite.offset)
        for service in [YearService.criminalRecord, .land] {
            guard let agency = AgencyCode(service.agency) else { continue }
            for after in [false, true] {
                walks[Self.key(agency, after)] = site.walk(after: after, for: agency, by: calendars)
            }
        }
    }

    /// The one that counts for a dossier at a moment; nil for no dossier of the year.
    func walk(for code: DossierCode, at moment: Moment) -> MinuteWalk? { walk(for: code.agency, at: moment) }

    /// The one that counts for what an agency has to do.
    func walk(for agency: AgencyCode, at moment: Moment) -> MinuteWalk? { walks[Self.key(agency, moment >= change)] }

    private static func key(_ agency: AgencyCode, _ after: Bool) -> String { "\(agency == own) \(after)" }
}
