import Bytes
import Dossiers
import Foundation
import Publications
import Testing

/// Dossiers, calendars and frames that the tests of reports build on.
enum Counted {
    static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("\(text) is a day") }
        return day
    }

    /// Such as `2026-11-23T14:00`.
    static func moment(_ text: String) -> Moment {
        guard let moment = Moment(text + ":00+07:00") else { preconditionFailure("\(text) is a time") }
        return moment
    }

    static func agency(_ text: String = "000.00.10.H34") -> AgencyCode {
        guard let code = AgencyCode(text) else { preconditionFailure("\(text) is an agency code") }
        return code
    }

    static func code(_ number: Int, on text: String = "2026-11-16") -> DossierCode {
        DossierCode(agency: agency(), day: day(text), number: number)
    }

    static func procedure(
        _ code: String = "2.000488", sector: String = "Lý lịch tư pháp", level: Int = 4, coAgencies: [AgencyCode] = []
    ) -> Procedure {
        Procedure(
            code: code, name: "Thủ tục \(code)", sector: sector, level: level, agency: agency(),
            coAgencies: coAgencies, time: .workingDays(3), components: [], result: "Kết quả")
    }

    static func catalogue(_ procedures: [Procedure] = [procedure()]) -> Catalogue {
        Catalogue(
            agencies: [
                Agency(code: agency(), name: "Sở Tư pháp", email: "stp@kontum.gov.vn"),
                Agency(code: agency("000.00.18.H34"), name: "Công an tỉnh", email: "ca@kontum.gov.vn"),
            ], procedures: procedures)
    }

    /// Monday to Friday, 07:00-11:00 and 13:00-17:00, with 24/11/2026 off.
    static var calendar: WorkingCalendar {
        let day = [(7, 11), (13, 17)].compactMap { WorkingCalendar.Period(from: $0 * 60, to: $1 * 60) }
        let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        let holiday = Counted.day("2026-11-24")
        return WorkingCalendar(
            hours: Dictionary(uniqueKeysWithValues: weekdays.map { ($0, day) }),
            holidays: [WorkingCalendar.Holiday(from: holiday, to: holiday, name: "Ngày Văn hóa")],
            decidedUntil: Counted.day("2026-12-31"))
    }

    /// - Parameter asOf: up to when it is known; nil for the end of `to`.
    static func frame(
        from: String = "2026-01-01", to: String = "2026-11-23", asOf: String? = nil
    ) -> ReportFrame {
        ReportFrame(
            siteName: "Kon Tum", siteCode: "H34", from: day(from), to: day(to),
            asOf: asOf.map(moment)
                ?? Moment(day: day(to).advanced(by: 1), minute: 0, offset: 25_200).advanced(bySeconds: -1),
            ledgerNumber: 42, ledgerHead: String(repeating: "a", count: 64), calendarVersion: "c", rulesVersion: "r")
    }

    /// The fold of events that are entered in order, each at its time.
    static func counting(_ events: [(String, DossierCode?, Event)]) -> Counting {
        var counting = Counting()
        for (index, event) in events.enumerated() {
            counting.apply(
                Entry(number: index + 1, at: moment(event.0), claim: "c\(index)", dossier: event.1, event: event.2))
        }
        return counting
    }

    static func data(
        _ events: [(String, DossierCode?, Event)], from: String = "2026-01-01", to: String = "2026-11-23",
        asOf: String? = nil, catalogue: Catalogue = catalogue()
    ) -> ReportData {
        ReportData(
            frame: frame(from: from, to: to, asOf: asOf), counting: counting(events), catalogue: catalogue,
            calendars: CalendarVersions(.init(general: calendar)))
    }

    /// That a table's bytes and a tally's lines hold each dossier as it was counted.
    static func expectKept(_ events: [(String, DossierCode?, Event)]) throws {
        var counting = counting(events)
        counting.settle()
        var bytes: [UInt8] = []
        let shape = try counting.table.write { bytes += $0 }
        var place = 0
        let read = try CountedTable(shape) { count in
            defer { place += count }
            return Array(bytes[place..<place + count])
        }
        let table = try #require(read)
        #expect(place == bytes.count)
        var kept = 0
        try counting.table.forEach { dossier in
            kept += 1
            #expect(table.dossier(dossier.code) == dossier)
            let line = try JSONEncoder().encode(dossier)
            #expect(try JSONDecoder().decode(CountedDossier.self, from: line) == dossier)
        }
        #expect(kept > 0)
    }

    static func received(
        _ procedure: Procedure = procedure(), level: Int = 4, channel: String = "online"
    ) -> Event {
        let submission = Submission(
            id: "s", procedure: procedure.code, level: level,
            submitter: Submitter(account: "0900123456", name: "Nguyễn Văn An"),
            submittedAt: moment("2026-11-16T08:00"), resultDelivery: .online, forms: [], attachments: [], signatures: []
        )
        return .received(
            Receipt(
                submission: submission, content: Digest(Array(repeating: 1, count: 32)), procedure: procedure,
                channel: channel))
    }

    /// A submission that became no dossier.
    static func refused(_ id: String, _ procedure: String = "2.000488") -> Event {
        let submission = Submission(
            id: id, procedure: procedure, level: 4, submitter: Submitter(account: nil, name: "Nguyễn Văn An"),
            submittedAt: moment("2026-11-17T09:00"), resultDelivery: .online, forms: [], attachments: [],
            signatures: [])
        return .refused(
            Refusal(
                submission: submission, content: Digest(Array(repeating: 2, count: 32)), findings: [],
                channel: "online"))
    }

    /// Complete at `from`, due three working days later.
    static func completed(_ from: String, _ procedure: Procedure = procedure()) -> Event {
        guard let deadlines = Deadlines(procedure: procedure, calendar: calendar, from: moment(from)) else {
            preconditionFailure("three working days are never beyond the calendar")
        }
        return .completed(deadlines)
    }

    static func result(by: AgencyCode = agency()) -> Event {
        .resultReceived(ResultReceipt(by: by, approvedBy: "Giám đốc", papers: []))
    }
}
