import Bytes
import Dossiers
import Files
import Foundation
import Pipeline
import Settings

/// The site of a rehearsed year: the sample, with an agency that keeps hours of its own, and what befalls it.
struct YearSite {
    static let offset = 25_200
    static let first = Day(year: 2026, month: 1, day: 5) ?? Day(number: 0)

    let path: String
    let days: Int

    /// On its first minute the calendar gets another holiday, a little later.
    var changeDay: Day {
        let day = Self.first.advanced(by: days * 2 / 3)
        // Monday has the nightly run of the week before, which counts by the calendar of that week.
        return day.weekday == .monday ? day.advanced(by: 1) : day
    }
    /// How many days after the first a folder is gone for a while.
    var vanishingDay: Int { days / 3 }

    /// A weekday that is worked before the change and off after it.
    private var newHoliday: Day {
        (5...20).lazy.map { changeDay.advanced(by: $0) }.first { ![.saturday, .sunday].contains($0.weekday) }
            ?? changeDay
    }

    func make(asksForValid: Bool) throws {
        func changing(_ file: String, _ bytes: [UInt8]) -> [UInt8] {
            let text = String(decoding: bytes, as: UTF8.self)
            switch file {
            case "config/hoso.xml":
                return Array(
                    text.replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
                        .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"").utf8)
            case "config/calendar.xml":
                let own =
                    "<hours days=\"mon wed fri\" agencies=\"\(YearService.criminalRecord.agency)\">"
                    + "<period from=\"07:30\" to=\"11:30\"/><period from=\"13:30\" to=\"16:30\"/></hours>\n  <holiday from=\"2026-01-01\""
                return Array(text.replacing("<holiday from=\"2026-01-01\"", with: own, maxReplacements: 1).utf8)
            case "config/agencies.xml":
                let agency = "code=\"\(YearService.criminalRecord.agency)\""
                return Array(text.replacing(agency, with: "\(agency) account=\"\(YearService.account)\"").utf8)
            default: return bytes
            }
        }
        if asksForValid {
            try NewSite.make(at: path, changing: changing)
        } else {
            try NewSite.make(at: path, openssl: nil, changing: changing)
        }
    }

    func remove() {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            FileHandle.standardError.write(Data("hoso: \(path) is left behind: \(error)\n".utf8))
        }
    }

    func drop(_ name: String, _ bytes: [UInt8], into folder: String) throws {
        let names = folder.split(separator: "/").map { FileName.literal(String($0)) }
        try Folder(path: path + "/Inbox").folder(at: names, create: true).replaceDurably(
            FileName.literal(name), with: bytes)
    }

    /// Takes a folder of the inbox away, or brings it back.
    func hideFolder(_ isGone: Bool) throws {
        let (there, away) = ("\(path)/Inbox/postal", "\(path)/postal-away")
        try FileManager.default.moveItem(atPath: isGone ? there : away, toPath: isGone ? away : there)
    }

    func hasDraft(_ code: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: path + "/Outbox/notices").contains {
            $0.contains("-\(code)-apologyDraft-")
        }
    }

    func changeCalendar() throws {
        let folder = try Folder(path: path + "/config")
        let text = String(decoding: try folder.readAll("calendar.xml", limit: 1 << 20), as: UTF8.self)
        let holiday = "<holiday from=\"\(newHoliday)\" to=\"\(newHoliday)\">Ngày nghỉ mới</holiday>\n  <decided"
        try folder.replaceDurably(
            "calendar.xml", with: Array(text.replacing("<decided", with: holiday, maxReplacements: 1).utf8))
    }

    /// The calendar as it was made or, from the change on, as it is; read by the loader, counted by other means.
    func walk(after change: Bool, for agency: AgencyCode, by calendars: CalendarVersions) -> MinuteWalk {
        let calendar = calendars.version(on: Self.first).calendar(for: agency)
        let before = WorkingCalendar(
            hours: calendar.hours, holidays: calendar.holidays.filter { change || $0.from != newHoliday },
            workdays: calendar.workdays, specialDays: calendar.specialDays, decidedUntil: calendar.decidedUntil)
        // Past the last day, for what is due then.
        return MinuteWalk(before, first: Self.first, days: days + 150, offset: Self.offset)
    }
}
