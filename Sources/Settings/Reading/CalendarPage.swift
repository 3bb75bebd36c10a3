import Documents
import Dossiers

/// What `config/calendar.xml` says.
struct CalendarPage {
    static let file = "config/calendar.xml"

    /// Nil where anything in the page is wrong.
    let calendar: WorkingCalendar?

    init(_ root: XMLElement, problems: Problems) {
        let page = ConfigurationElement(
            root, as: "calendar", attributes: [], children: ["hours", "holiday", "workday", "decided"],
            file: CalendarPage.file, problems: problems)

        let hours = CalendarPage.hours(of: page)
        let holidays = page.all("holiday", attributes: ["from", "to"]).compactMap { element in
            CalendarPage.holiday(element).map { (element, $0) }
        }
        let workdays = page.all("workday", attributes: ["date", "instead"]).compactMap { element in
            CalendarPage.workday(element).map { (element, $0) }
        }
        CalendarPage.check(workdays, holidays: holidays.map(\.1), hours: hours)
        let decided = page.optionalChild("decided", attributes: ["until"])
        let until = decided?.required("until", .day)
        if decided == nil {
            page.report(
                "without <decided until=\"…\"/> no due date is marked as provisional", about: "decided", isWarning: true
            )
        }
        calendar =
            problems.hasErrors(in: CalendarPage.file)
            ? nil
            : WorkingCalendar(
                hours: hours, holidays: holidays.map(\.1), workdays: workdays.map(\.1), decidedUntil: until)
    }

    private static func hours(of page: ConfigurationElement) -> [Weekday: [WorkingCalendar.Period]] {
        let elements = page.all("hours", attributes: ["days"], children: ["period"])
        if elements.isEmpty {
            page.report(
                "<calendar> has no <hours>: without working hours no deadline can be counted", about: "hours")
        }
        var hours: [Weekday: [WorkingCalendar.Period]] = [:]
        for element in elements {
            let periods = periods(of: element)
            for weekday in element.list("days", .weekday) ?? [] {
                if hours[weekday] != nil {
                    element.report("\(weekday) has its hours already in an earlier <hours>", about: "days")
                }
                hours[weekday] = periods
            }
            if !element.has("days") {
                element.report("<hours> has no days: expected \(Setting<Weekday>.weekday.expected)", about: "days")
            }
        }
        return hours
    }

    private static func periods(of hours: ConfigurationElement) -> [WorkingCalendar.Period] {
        let elements = hours.all("period", attributes: ["from", "to"])
        if elements.isEmpty { hours.report("<hours> has no <period>", about: "period") }
        var periods: [WorkingCalendar.Period] = []
        for element in elements {
            let from = element.required("from", .clock)
            guard let to = element.required("to", .clockEnd), let from else { continue }
            guard let period = WorkingCalendar.Period(from: from, to: to) else {
                element.report("<period> ends at or before its beginning: expected from before to", about: "to")
                continue
            }
            if periods.contains(where: { $0.from < period.to && period.from < $0.to }) {
                element.report("<period> overlaps an earlier one of the same <hours>", about: "from")
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
