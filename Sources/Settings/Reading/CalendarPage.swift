import Documents
import Dossiers

/// What `config/calendar.xml`, or a later version in `config/calendar@DAY.xml`, says.
struct CalendarPage {
    static let file = "config/calendar.xml"

    /// Nil where anything in the page is wrong.
    private(set) var version: CalendarVersions.Version?
    let validFrom: Day?
    let line: Int
    /// The agencies that it names, each with the line.
    private(set) var agencies: [(code: AgencyCode, line: Int)] = []

    private typealias Hours = [Weekday: [WorkingCalendar.Period]]

    init(_ root: XMLElement, file: String, problems: Problems) {
        let page = ConfigurationElement(
            root, as: "calendar", attributes: ["validFrom", "due"],
            children: ["hours", "holiday", "workday", "day", "decided"], file: file, problems: problems)
        line = page.line
        validFrom = page.optional("validFrom", .day)
        let rule: DueRule = page.optional("due", .word) ?? .hour

        let (hours, ownHours) = readHours(of: page)
        let holidays = page.all("holiday", attributes: ["from", "to"]).compactMap { element in
            CalendarPage.holiday(element).map { (element, $0) }
        }
        let workdays = page.all("workday", attributes: ["date", "instead"]).compactMap { element in
            CalendarPage.workday(element).map { (element, $0) }
        }
        CalendarPage.check(workdays, holidays: holidays.map(\.1), hours: hours)
        let (days, ownDays) = readDays(of: page, workdays: workdays.map(\.1), holidays: holidays.map(\.1))
        let until = page.optionalChild("decided", attributes: ["until"])
        let decided = until?.required("until", .day)
        if until == nil {
            page.report(
                "without <decided until=\"…\"/> no due date is marked as provisional", about: "decided", isWarning: true
            )
        }
        guard !problems.hasErrors(in: file) else { return }
        let from = validFrom
        func calendar(_ hours: Hours, _ days: [WorkingCalendar.SpecialDay]) -> WorkingCalendar {
            WorkingCalendar(
                hours: hours, holidays: holidays.map(\.1), workdays: workdays.map(\.1), specialDays: days,
                decidedUntil: decided, validFrom: from, dueRule: rule)
        }
        let general = calendar(hours, days)
        if let until, let decided {
            CalendarPage.checkYears(until, decided.civil.year, general)
        }
        var agencies: [AgencyCode: WorkingCalendar] = [:]
        for code in Set(ownHours.keys).union(ownDays.keys) {
            let own = ownDays[code] ?? []
            let others = days.filter { day in !own.contains { $0.date == day.date } }
            agencies[code] = calendar(hours.merging(ownHours[code] ?? [:]) { $1 }, own + others)
        }
        version = CalendarVersions.Version(general: general, agencies: agencies)
    }

    /// Years that are called decided, and of which no day off stands in the page, were forgotten.
    private static func checkYears(_ until: ConfigurationElement, _ last: Int, _ calendar: WorkingCalendar) {
        // The year in which a version begins may be over but for days on which everybody works.
        let begun = calendar.validFrom?.advanced(by: -1).civil.year
        let known = (calendar.holidays.map(\.from.civil.year) + [begun.map { $0 + 1 }].compactMap { $0 }).min()
        let first = max(min(known ?? last, last), Self.firstYear)
        let forgotten = (first...max(first, last)).lazy.filter { !calendar.knowsDaysOff(in: $0) }
        guard last >= first, let one = forgotten.first else { return }
        until.report(
            "\(one) is called decided, and no day off of it stands here: each of its weekdays counts as worked",
            about: "until", isWarning: true)
    }

    /// Before the decree there is nothing to count.
    private static let firstYear = 2018

    /// The hours of the week, and what agencies have instead.
    private mutating func readHours(of page: ConfigurationElement) -> (Hours, [AgencyCode: Hours]) {
        let elements = page.all("hours", attributes: ["days", "agencies"], children: ["period"])
        if !elements.contains(where: { !$0.has("agencies") }) {
            page.report(
                "<calendar> has no <hours>: without working hours no deadline can be counted", about: "hours")
        }
        var hours: Hours = [:]
        var own: [AgencyCode: Hours] = [:]
        for element in elements {
            let codes = readAgencies(of: element)
            let periods = CalendarPage.periods(of: element, mayBeNone: element.has("agencies"))
            for weekday in element.list("days", .weekday) ?? [] {
                if element.has("agencies") {
                    for code in codes {
                        if own[code]?[weekday] != nil {
                            element.report("\(code) has its \(weekday) already in an earlier <hours>", about: "days")
                        }
                        own[code, default: [:]][weekday] = periods
                    }
                } else {
                    if hours[weekday] != nil {
                        element.report("\(weekday) has its hours already in an earlier <hours>", about: "days")
                    }
                    hours[weekday] = periods
                }
            }
            if !element.has("days") {
                element.report("<hours> has no days: expected \(Setting<Weekday>.weekday.expected)", about: "days")
            }
        }
        return (hours, own)
    }

    /// Days with other hours than their weekday has, for all and for single agencies.
    private mutating func readDays(
        of page: ConfigurationElement, workdays: [WorkingCalendar.Workday], holidays: [WorkingCalendar.Holiday]
    ) -> ([WorkingCalendar.SpecialDay], [AgencyCode: [WorkingCalendar.SpecialDay]]) {
        var days: [WorkingCalendar.SpecialDay] = []
        var own: [AgencyCode: [WorkingCalendar.SpecialDay]] = [:]
        for element in page.all("day", attributes: ["date", "name", "agencies"], children: ["period"]) {
            let name = element.required("name", .words)
            let codes = readAgencies(of: element)
            let periods = CalendarPage.periods(of: element, mayBeNone: element.has("agencies"))
            guard let date = element.required("date", .day), let name else { continue }
            let day = WorkingCalendar.SpecialDay(date: date, periods: periods, name: name)
            if workdays.contains(where: { $0.date == date || $0.instead == date })
                || holidays.contains(where: { $0.from <= date && date <= $0.to })
            {
                element.report(
                    "\(date) has its hours here, and is a holiday or a worked or swapped day: expected one or the other",
                    about: "date")
            }
            let lists = element.has("agencies") ? codes.map { own[$0] ?? [] } : [days]
            if lists.contains(where: { $0.contains { $0.date == date } }) {
                element.report("\(date) has its hours already in an earlier <day>", about: "date")
            }
            guard element.has("agencies") else {
                days.append(day)
                continue
            }
            for code in codes { own[code, default: []].append(day) }
        }
        return (days, own)
    }

    private mutating func readAgencies(of element: ConfigurationElement) -> [AgencyCode] {
        guard element.has("agencies") else { return [] }
        let codes = element.list("agencies", .agencyCode) ?? []
        for code in codes { agencies.append((code, element.line)) }
        return codes
    }

    /// - Parameter mayBeNone: whether an agency may be off then, though the office works.
    private static func periods(of parent: ConfigurationElement, mayBeNone: Bool) -> [WorkingCalendar.Period] {
        let elements = parent.all("period", attributes: ["from", "to"])
        if elements.isEmpty, !mayBeNone { parent.report("<\(parent.name)> has no <period>", about: "period") }
        var periods: [WorkingCalendar.Period] = []
        for element in elements {
            let from = element.required("from", .clock)
            guard let to = element.required("to", .clockEnd), let from else { continue }
            guard let period = WorkingCalendar.Period(from: from, to: to) else {
                element.report("<period> ends at or before its beginning: expected from before to", about: "to")
                continue
            }
            if periods.contains(where: { $0.from < period.to && period.from < $0.to }) {
                element.report("<period> overlaps an earlier one of the same <\(parent.name)>", about: "from")
            } else {
                periods.append(period)
            }
        }
        return periods
    }

    private static func holiday(_ element: ConfigurationElement) -> WorkingCalendar.Holiday? {
        let name = element.words()
        let from = element.required("from", .day)
        guard let to = element.required("to", .day), let from, let name else { return nil }
        guard from <= to else {
            element.report("<holiday> ends on \(to), before it begins on \(from)", about: "to")
            return nil
        }
        guard to.number - from.number < 31 else {
            element.report("<holiday> has \(to.number - from.number + 1) days: expected 31 at most", about: "to")
            return nil
        }
        return WorkingCalendar.Holiday(from: from, to: to, name: name)
    }

    private static func workday(_ element: ConfigurationElement) -> WorkingCalendar.Workday? {
        let name = element.words()
        let date = element.required("date", .day)
        let instead = element.optional("instead", .day)
        guard let date, let name else { return nil }
        return WorkingCalendar.Workday(date: date, instead: instead, name: name)
    }

    private static func check(
        _ workdays: [(ConfigurationElement, WorkingCalendar.Workday)], holidays: [WorkingCalendar.Holiday],
        hours: [Weekday: [WorkingCalendar.Period]]
    ) {
        for (index, (element, workday)) in workdays.enumerated() {
            let date = workday.date
            for (earlier, other) in workdays[..<index] {
                if other.date == date {
                    element.report("\(date) is a worked day already in line \(earlier.line)", about: "date")
                } else if let instead = workday.instead, instead == other.instead {
                    element.report("\(instead) is off already for the day in line \(earlier.line)", about: "instead")
                }
            }
            if workdays.contains(where: { $0.1.instead == date }) {
                element.report(
                    "\(date) is worked, and is off for a worked day: expected one or the other", about: "date")
            } else if holidays.contains(where: { $0.from <= date && date <= $0.to }) {
                element.report("\(date) is worked, and is part of a holiday: expected one or the other", about: "date")
            } else if hours[date.weekday]?.isEmpty == false {
                element.report(
                    "\(date) is a \(date.weekday), which is worked anyway", about: "date", isWarning: true)
            }
            if let instead = workday.instead, !hours.isEmpty, hours[instead.weekday]?.isEmpty != false {
                element.report(
                    "\(instead) is a \(instead.weekday), which is off anyway", about: "instead", isWarning: true)
            }
        }
    }
}

extension Setting where Value == Weekday {
    static var weekday: Setting {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        return Setting("weekdays of " + names.joined(separator: " ")) { text in
            names.firstIndex(of: text).flatMap { Weekday(rawValue: $0) }
        }
    }
}
