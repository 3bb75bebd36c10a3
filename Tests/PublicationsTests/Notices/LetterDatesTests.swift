import Dossiers
import Publications
import Testing

/// What letters say of the hour at which the result is due, or was.
@Suite("Dates in letters")
struct LetterDatesTests {
    private func missed() throws -> Deadlines {
        let letters = try SampleLetters()
        return Deadlines(
            from: try letters.moment("2026-11-18T14:00"), handOver: try letters.moment("2026-11-19T10:00"),
            result: try letters.moment("2026-11-20T14:00"), provisional: false)
    }

    private func result() throws -> Event {
        .resultReceived(ResultReceipt(by: try SampleLetters().agency(), approvedBy: "a", papers: []))
    }

    @Test("Who pays for a result that is there is told to receive it, and is neither given a date nor an apology")
    func Dieu14_3_paidAfterResult() throws {
        let letters = try SampleLetters()
        for due in [try missed(), try letters.deadlines()] {
            let page = try letters.page(.paid, [.completed(due), try result()])
            #expect(page.contains("Kết quả giải quyết đã có; Ông/Bà nhận kết quả theo Thông báo"))
            for denied in ["Thời gian trả kết quả", "chưa có kết quả", "xin lỗi", "chưa phải làm gì thêm"] {
                #expect(!page.contains(denied), "\(denied)")
            }
        }
        let held = Event.held(PersonalAct(by: "hoa", reason: "xem lại"))
        for events in [[held, try result()], [try result(), held]] {
            let page = try letters.page(.paid, [.completed(try missed())] + events)
            #expect(!page.contains("đã có; Ông/Bà nhận") && !page.contains("chưa có kết quả"))
        }
        #expect(try letters.page(.paid, [.completed(try missed())]).contains("đã qua mà chưa có kết quả"))
        // Printed again, it is what it was.
        #expect(try letters.page(.receipt, [.completed(try missed()), try result()]).contains("ngày 20 tháng 11"))
    }

    @Test("A calendar that is applied late promises no hour that is over")
    func Dieu14_3_rescheduledTooLate() throws {
        var letters = try SampleLetters()
        let moved = Recount(
            deadlines: try missed(), former: try letters.moment("2026-11-23T14:00"), by: "hoa", reason: "lịch đổi")
        let events: [Event] = [.completed(try letters.deadlines()), .recounted(moved)]
        let page = try letters.page(.rescheduled, events)
        #expect(page.contains("được tính lại là 14 giờ 00 phút, ngày 20 tháng 11 năm 2026"))
        #expect(page.contains("đã qua mà chưa có kết quả") && page.contains("xin lỗi Ông/Bà"))
        #expect(!page.contains("Thời gian trả kết quả: ") && !page.contains("thay ngày hẹn ghi trên"))
        letters.now = try letters.moment("2026-11-19T08:00")
        let early = try letters.page(.rescheduled, events)
        #expect(early.contains("Thời gian trả kết quả: <strong>14 giờ") && early.contains("thay ngày hẹn ghi trên"))
        #expect(!early.contains("đã qua"))
    }

    @Test("The receipt says from when the time is counted where that is later than the receipt")
    func Dieu8_1a_countedFrom() throws {
        let letters = try SampleLetters()
        let later = Deadlines(
            from: try letters.moment("2026-11-25T08:00"), handOver: try letters.moment("2026-11-25T14:00"),
            result: try letters.moment("2026-11-27T08:00"), provisional: false)
        let page = try letters.page(.receipt, [.completed(later)])
        #expect(page.contains("4. Thời gian nhận hồ sơ: 14 giờ 00 phút, ngày 23 tháng 11 năm 2026<br>"))
        #expect(page.contains("Hồ sơ đầy đủ, hợp lệ từ: 08 giờ 00 phút, ngày 25 tháng 11 năm 2026"))
        #expect(try !letters.page(.receipt, [.completed(try letters.deadlines())]).contains("hợp lệ từ:"))
    }

    @Test("An apology says that the time was missed only when it was", arguments: ["2025-09-14", "2025-09-15"])
    func Dieu15_1_inTime(day: String) throws {
        var letters = try SampleLetters()
        letters.day = day
        let granted = Extension(
            by: try letters.agency(), reason: "Chờ đo đạc", newDate: try letters.moment("2026-12-01T17:00"),
            approvedBy: "Lê Văn Duyệt")
        let events: [Event] = [.completed(try letters.deadlines()), .extended(granted)]
        let early = try letters.page(.apology, events)
        #expect(early.contains("Tuy nhiên Sở Tài nguyên và Môi trường không trả được kết quả"))
        #expect(!early.contains("đến nay"))
        letters.now = try letters.moment("2026-11-26T16:00")
        #expect(
            try letters.page(.apology, events).contains("Tuy nhiên đến nay Sở Tài nguyên và Môi trường chưa trả được"))
    }
}
