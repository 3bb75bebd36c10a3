import Dossiers
import Publications
import Settings
import Testing

@Suite("A due date explained")
struct DerivationTextTests {
    private func calendar() throws -> WorkingCalendar {
        let contents = Dictionary(SampleSite.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let site = try #require(SiteLoader.load(ConfigurationFiles(contents), path: "/srv/hoso").site)
        return site.calendars.version(on: Day(number: 0)).general
    }

    private func moment(_ text: String) throws -> Moment { try #require(Moment(text + ":00+07:00")) }

    @Test("Every day stands there with its reason, and the sum leads to the due moment")
    func Dieu8_1a_dayByDay() throws {
        let derivation = Derivation.result(
            from: try moment("2026-11-23T14:00"), time: .workingDays(3), pauses: [], by: try calendar())
        #expect(
            DerivationText.english.lines(derivation) == [
                "result within the published time (Điều 8.1a): 2026-11-27T14:00:00+07:00",
                "  counted from 2026-11-23T14:00:00+07:00; 3 working days = 24 h 00 min; by the first calendar",
                "  2026-11-23 Mon        14:00-17:00; counted 3 h 00 min, in all 3 h 00 min",
                "  2026-11-24 Tue        not counted: holiday «Ngày Văn hóa Việt Nam»",
                "  2026-11-25 Wed        07:00-11:00 13:00-17:00; counted 8 h 00 min, in all 11 h 00 min",
                "  2026-11-26 Thu        07:00-11:00 13:00-17:00; counted 8 h 00 min, in all 19 h 00 min",
                "  2026-11-27 Fri        07:00-11:00 13:00-14:00; counted 5 h 00 min, in all 24 h 00 min => due",
            ])
    }

    @Test("Weekends, swapped days and make-up days are named, in Vietnamese too")
    func swaps() throws {
        let derivation = Derivation.result(
            from: try moment("2026-08-28T16:00"), time: .workingDays(1), pauses: [], by: try calendar())
        let lines = DerivationText.vietnamese.lines(derivation)
        #expect(lines[0].hasPrefix("Hạn trả kết quả"))
        #expect(lines[0].hasSuffix("16 giờ 00 phút, ngày 03 tháng 9 năm 2026"))
        #expect(lines.contains { $0.contains("29/08/2026 thứ Bảy") && $0.contains("không tính: nghỉ hằng tuần") })
        #expect(lines.contains { $0.contains("31/08/2026") && $0.contains("nghỉ hoán đổi, làm bù ngày 22/08/2026") })
        let worked = Derivation.result(
            from: try moment("2026-08-21T16:00"), time: .workingDays(1), pauses: [], by: try calendar())
        #expect(
            DerivationText.vietnamese.lines(worked).contains {
                $0.contains("22/08/2026") && $0.contains("làm bù «Làm bù ngày 31/8» thay cho ngày 31/08/2026")
            })
    }

    @Test("A pause stands where it was, with its cause; one without an end leaves the date open")
    func pauses() throws {
        let pause = Pause(
            cause: .supplement, from: try moment("2026-11-25T10:00"), to: try moment("2026-11-26T08:00"))
        let start = try moment("2026-11-23T14:00")
        let calendar = try calendar()
        let lines = DerivationText.english.lines(
            Derivation.result(from: start, time: .workingDays(1), pauses: [pause], by: calendar))
        #expect(
            lines.contains(
                "  2026-11-25 Wed        07:00-10:00 [10:00-11:00 paused: waiting for a supplement] [13:00-17:00 paused: waiting for a supplement]; counted 3 h 00 min, in all 6 h 00 min"
            ))
        let open = Derivation.result(
            from: start, time: .workingDays(1), pauses: [Pause(cause: .payment, from: pause.from)], by: calendar)
        #expect(DerivationText.english.lines(open)[0].hasSuffix("not determined: the dossier is paused"))
    }

    @Test("Calendar days say when they ended on a day off, and past the decided calendar that they are provisional")
    func calendarDays() throws {
        let calendar = try calendar()
        let lines = DerivationText.english.lines(
            Derivation.result(from: try moment("2026-11-20T14:00"), time: .days(1), pauses: [], by: calendar))
        #expect(lines[2].hasSuffix("not counted: the first day (BLDS 2015, Điều 147)"))
        #expect(lines[3].contains("Sat") && lines[3].hasSuffix("weekend; counted 1"))
        #expect(lines[4].hasSuffix("weekend; a day off: the term ends on the next working day (BLDS 2015, Điều 148)"))
        #expect(lines[5].contains("Mon") && lines[5].hasSuffix("the next working day => due"))
        let late = Derivation.result(
            from: try moment("2026-12-31T14:00"), time: .workingDays(3), pauses: [], by: calendar)
        #expect(DerivationText.vietnamese.lines(late)[0].contains("tạm tính"))
    }

    @Test("Both hand-over rules are explained, with their articles")
    func Dieu14_4_bothRules() throws {
        let start = try moment("2026-11-23T16:00")
        let half = DerivationText.english.lines(.handOver(from: start, by: try calendar()))
        #expect(half[0] == "hand-over within half a working day (Điều 14.4): 2026-11-25T10:00:00+07:00")
        let sameDay = DerivationText.english.lines(.sameDayHandOver(from: start, by: try calendar()))
        #expect(sameDay[0].hasSuffix("(NĐ 61/2018, Điều 18): 2026-11-25T07:00:00+07:00"))
        #expect(sameDay.last?.hasSuffix("=> due") == true)
    }
}
