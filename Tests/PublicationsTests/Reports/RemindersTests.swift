import Dossiers
import Foundation
import Publications
import Testing

@Suite("Reminders")
struct RemindersTests {
    private let code = Counted.code(1)

    /// Complete on Monday 16/11 at 07:00, due on Wednesday 18/11 at the end of work: three days of eight hours.
    private func data(_ events: [(String, Event)] = [], to: String) -> ReportData {
        let start: [(String, DossierCode?, Event)] = [
            ("2026-11-16T07:00", code, Counted.received()),
            ("2026-11-16T07:00", code, Counted.completed("2026-11-16T07:00")),
        ]
        return Counted.data(start + events.map { ($0.0, code, $0.1) }, to: to)
    }

    @Test("Each step is told on the day on which it is reached, the highest of a day, and once")
    func Dieu9_6_onceEach() {
        let steps = ["2026-11-15", "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"].map { day in
            Reminders(data(to: day)).items.map(\.step)
        }
        // After one day of three 33 per cent are used up, after two 66, after three it is due.
        #expect(steps == [[], [], [50], [], []])
    }

    @Test("Ten days are told at 50, 75 and 90 per cent")
    func Dieu9_6_steps() throws {
        let procedure = Procedure(
            code: "2.000488", name: "Thủ tục", sector: "Lĩnh vực", level: 4, agency: Counted.agency(),
            time: .workingDays(10), components: [], result: "Kết quả")
        let events: [(String, DossierCode?, Event)] = [
            ("2026-11-02T07:00", code, Counted.received(procedure)),
            ("2026-11-02T07:00", code, Counted.completed("2026-11-02T07:00", procedure)),
        ]
        var told: [String] = []
        for day in 2...13 {
            let text = "2026-11-\(day < 10 ? "0" : "")\(day)"
            told += Reminders(Counted.data(events, to: text)).items.map { "\(text) \($0.step)" }
        }
        #expect(told == ["2026-11-06 50", "2026-11-11 75", "2026-11-12 90"])
    }

    @Test("Nobody is reminded of what waits for the citizen, has its result or is late already")
    func Dieu9_6_notWithoutCause() {
        let paused: [(String, Event)] = [
            ("2026-11-17T10:00", .paused(.supplement)), ("2026-11-17T10:00", .waiting(state: .awaitingSupplement)),
        ]
        #expect(Reminders(data(paused, to: "2026-11-17")).items.isEmpty)
        #expect(Reminders(data([("2026-11-17T10:00", Counted.result())], to: "2026-11-17")).items.isEmpty)
    }

    @Test("A step that is reached on the day of a pause is told once, when the clock runs again")
    func Dieu9_6_reachedBeforePause() throws {
        let procedure = Counted.procedure()
        let due = try #require(
            Deadlines(procedure: procedure, calendar: Counted.calendar, from: Counted.moment("2026-11-16T07:00")))
        func resumed(_ pauses: [(String, String)]) throws -> Event {
            let pauses = pauses.map {
                Pause(cause: .supplement, from: Counted.moment($0.0), to: Counted.moment($0.1))
            }
            return .resumed(
                try #require(due.resumed(after: pauses, procedure: procedure, calendar: Counted.calendar)))
        }
        // Half of three days of eight hours is over at 11:00 on Tuesday; the second pause begins on the day on which the first ends.
        let events: [(String, Event)] = [
            ("2026-11-17T14:00", .paused(.supplement)),
            ("2026-11-19T14:00", try resumed([("2026-11-17T14:00", "2026-11-19T14:00")])),
            ("2026-11-19T15:00", .paused(.supplement)),
            (
                "2026-11-23T16:00",
                try resumed([("2026-11-17T14:00", "2026-11-19T14:00"), ("2026-11-19T15:00", "2026-11-23T16:00")])
            ),
        ]
        let told = ["17", "18", "19", "20", "23", "24", "25"].map { day in
            Reminders(data(events.filter { $0.0 < "2026-11-\(day)T24" }, to: "2026-11-\(day)")).items.map(\.step)
        }
        #expect(told == [[], [], [], [], [50], [], [90]])
    }

    @Test("The letter names dossiers by their codes and nobody by name")
    func Dieu13_5_letter() throws {
        let agency = Agency(code: Counted.agency(), name: "Sở Tư pháp", email: "stp@kontum.gov.vn")
        let envelope = AgencyLetter.Envelope(
            siteName: "Kon Tum", siteCode: "H34", from: try #require(MailAddress("motcua@kontum.gov.vn")),
            at: Counted.moment("2026-11-18T01:00"), eventNumber: 57)
        let items = Reminders(data(to: "2026-11-17")).items
        let letter = try #require(
            AgencyLetter.reminder(items, on: Counted.day("2026-11-18")).bytes(to: agency, envelope))
        let text = String(decoding: letter, as: UTF8.self)
        #expect(text.contains("<stp@kontum.gov.vn>"))
        #expect(text.contains(code.description))
        #expect(!text.contains("Nguy"))
        #expect(
            AgencyLetter.reminder(items, on: Counted.day("2026-11-18")).name(to: agency.code, envelope)
                .description
                == "20261117T180000Z-000.00.10.H34-reminder-57.eml")
        let nowhere = Agency(code: Counted.agency(), name: "Sở Tư pháp", email: "không có")
        #expect(AgencyLetter.reminder(items, on: Counted.day("2026-11-18")).bytes(to: nowhere, envelope) == nil)
    }

    private func text(_ letter: AgencyLetter) throws -> String {
        let agency = Agency(code: Counted.agency(), name: "Sở Tư pháp", email: "stp@kontum.gov.vn")
        let envelope = AgencyLetter.Envelope(
            siteName: "Kon Tum", siteCode: "H34", from: try #require(MailAddress("motcua@kontum.gov.vn")),
            at: Counted.moment("2026-11-18T01:00"), eventNumber: 57)
        let mail = String(decoding: try #require(letter.bytes(to: agency, envelope)), as: UTF8.self)
            .replacing("=\r\n", with: "")
        var bytes: [UInt8] = []
        for (index, part) in mail.split(separator: "=", omittingEmptySubsequences: false).enumerated() {
            let code = index == 0 ? nil : UInt8(part.prefix(2), radix: 16)
            bytes += (code.map { [$0] } ?? []) + Array(part.dropFirst(code == nil ? 0 : 2).utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("An apology has to come a working day before; where it cannot any more, the letter says so")
    func Dieu15_1_apologyInTime() throws {
        let items = Reminders(data(to: "2026-11-17")).items
        let until = try #require(items.first?.apologyUntil)
        let inTime = try text(.reminder(items, on: until))
        #expect(inTime.contains("chậm nhất một ngày làm việc trước ngày hẹn"))
        #expect(!inTime.contains("gửi ngay văn bản xin lỗi"))
        #expect(try text(.reminder(items, on: until.advanced(by: 1))).contains("gửi ngay văn bản xin lỗi"))
    }

    @Test("A date is put off once: no letter asks for another apology, however late it is")
    func Dieu15_1_noSecondApology() throws {
        let granted = Extension(
            by: Counted.agency(), reason: "xác minh", newDate: Counted.moment("2026-11-20T17:00"), approvedBy: "GĐ")
        let items = Reminders(data([("2026-11-17T09:00", .extended(granted))], to: "2026-11-19")).items
        let item = try #require(items.first)
        #expect(item.apologyUntil == nil)
        let text = try text(.reminder(items, on: Counted.day("2026-11-20")))
        #expect(!text.contains("gửi ngay văn bản xin lỗi"))
        #expect(text.contains("hẹn trả kết quả 20/11/2026 17:00; đã hẹn lại một lần"))
    }

    @Test(
        "Of a date that a changed calendar moved into the past, an agency is told that it is over, and what it can do")
    func Dieu14_3_recountedTooLate() throws {
        func told(at now: String, extendedTo: String? = nil) throws -> String {
            var deadlines = Deadlines(
                from: Counted.moment("2026-11-16T14:00"), handOver: Counted.moment("2026-11-17T10:00"),
                result: Counted.moment("2026-11-20T14:00"), provisional: false)
            deadlines.extendedTo = extendedTo.map { Counted.moment($0) }
            let recount = Recount(
                deadlines: deadlines, former: Counted.moment("2026-11-23T14:00"), by: "hoa", reason: "lịch đổi")
            let moved = AgencyLetter.Recounted(
                code: Counted.code(1), recount: recount, handOver: nil, at: Counted.moment(now))
            return try text(.recount([moved]))
        }
        let late = try told(at: "2026-11-23T08:00")
        #expect(
            late.contains("20/11/2026 14:00, trước đây 23/11/2026 14:00; đã quá hạn, đề nghị trả kết quả ngay hoặc gửi")
        )
        let extended = try told(at: "2026-11-23T08:00", extendedTo: "2026-11-20T16:00")
        #expect(extended.contains("đề nghị trả kết quả ngay") && !extended.contains("văn bản xin lỗi"))
        #expect(try !told(at: "2026-11-19T08:00").contains("quá hạn"))
    }

    @Test("Letters to agencies end as letters do, and say that nobody wrote them")
    func automatic() throws {
        let report = AgencyLetter.yearlyReport(of: Counted.agency(), year: 2026, until: Counted.day("2026-11-27"))
        for letter in [report, .reminder(Reminders(data(to: "2026-11-17")).items, on: Counted.day("2026-11-18"))] {
            let text = try text(letter)
            #expect(text.contains("Trân trọng./.") && text.contains("được gửi tự động"))
            #expect(!text.contains("<ul>\n</ul>"))
        }
        #expect(try text(report).contains("thông điệp yearlyReport vào thư mục Inbox/agencies/\(Counted.agency())"))
        #expect(try !text(report).contains("15/11"))
    }
}
