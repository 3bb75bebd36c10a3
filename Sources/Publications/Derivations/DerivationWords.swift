import Dossiers

/// The phrases of an explanation in one language.
struct DerivationWords: Sendable {
    let weekdays: [String]
    let duties: [Derivation.Duty: String]
    let causes: [Pause.Cause: String]
    let due: String
    let undetermined: String
    let provisional: String
    let from: String
    let calendar: String
    let firstCalendar: String
    let counted: String
    let sum: String
    let notCounted: String
    let weekend: String
    let holiday: String
    let swapped: String
    let worked: String
    let workedInstead: String
    let otherHours: String
    let outsideHours: String
    let beforeClose: String
    let paused: String
    let first: String
    let passedOver: String
    let end: String
    let hours: String
    let minutes: String
    let workingDays: String
    let calendarDays: String
    let endOfDay: String
    let sameDay: String
    let notStarted: String
    let central: String
    let differs: String
    let extended: String
    let approved: String
    let moment: @Sendable (Moment) -> String
    let day: @Sendable (Day) -> String

    static let vietnamese = DerivationWords(
        weekdays: ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
        duties: [
            .handOver: "Hạn chuyển bộ phận chuyên môn, ½ ngày làm việc (Điều 14 khoản 4 Quy chế)",
            .sameDayHandOver:
                "Hạn chuyển trong ngày, sau 15 giờ thì đầu ngày làm việc tiếp theo (Điều 18 NĐ 61/2018/NĐ-CP)",
            .result: "Hạn trả kết quả, theo thời gian đã công bố (Điều 8 khoản 1 điểm a Quy chế)",
            .promised: "Hạn trả kết quả, theo thời gian cơ quan cam kết (Điều 8 khoản 1 điểm c Quy chế)",
        ],
        causes: [.supplement: "chờ bổ sung hồ sơ", .payment: "chờ nộp phí, lệ phí"],
        due: "đến hạn", undetermined: "chưa xác định: hồ sơ đang tạm dừng",
        provisional: "tạm tính: lịch nghỉ chưa công bố",
        from: "tính từ", calendar: "lịch làm việc áp dụng từ", firstCalendar: "lịch làm việc ban đầu",
        counted: "tính", sum: "cộng dồn", notCounted: "không tính", weekend: "nghỉ hằng tuần", holiday: "nghỉ lễ",
        swapped: "nghỉ hoán đổi, làm bù ngày", worked: "làm bù", workedInstead: "thay cho ngày",
        otherHours: "giờ làm việc riêng", outsideHours: "ngoài giờ làm việc", beforeClose: "làm việc",
        paused: "tạm dừng", first: "ngày đầu tiên (Điều 147 BLDS 2015)",
        passedOver: "ngày nghỉ, hạn chuyển sang ngày làm việc tiếp theo (Điều 148 BLDS 2015)",
        end: "ngày làm việc tiếp theo", hours: "giờ", minutes: "phút", workingDays: "ngày làm việc",
        calendarDays: "ngày", endOfDay: "đến hết ngày cuối", sameDay: "trong ngày",
        notStarted: "Chưa tính thời hạn: hồ sơ chưa đầy đủ, hợp lệ (Điều 14 khoản 1).",
        central:
            "Không tính thời hạn: thủ tục thuộc hệ thống của Bộ, ngành Trung ương, thời hạn theo quy định của Bộ (Điều 2 khoản 2).",
        differs: "sổ theo dõi ghi, và có hiệu lực:",
        extended: "Hẹn lại ngày trả kết quả, có xin lỗi", approved: "người duyệt",
        moment: { VietnameseText.moment($0) }, day: { VietnameseText.short($0) })

    static let english = DerivationWords(
        weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        duties: [
            .handOver: "hand-over within half a working day (Điều 14.4)",
            .sameDayHandOver: "hand-over on the same day, after 15:00 at the next opening (NĐ 61/2018, Điều 18)",
            .result: "result within the published time (Điều 8.1a)",
            .promised: "result within the time that the agency promises (Điều 8.1c)",
        ],
        causes: [.supplement: "waiting for a supplement", .payment: "waiting for the fee"],
        due: "due", undetermined: "not determined: the dossier is paused",
        provisional: "provisional (tạm tính): the days off are not decided that far", from: "counted from",
        calendar: "by the calendar in force from", firstCalendar: "by the first calendar", counted: "counted",
        sum: "in all", notCounted: "not counted", weekend: "weekend", holiday: "holiday",
        swapped: "off in exchange for", worked: "worked to make up", workedInstead: "in place of",
        otherHours: "other hours", outsideHours: "outside working hours", beforeClose: "worked", paused: "paused",
        first: "the first day (BLDS 2015, Điều 147)",
        passedOver: "a day off: the term ends on the next working day (BLDS 2015, Điều 148)",
        end: "the next working day", hours: "h", minutes: "min", workingDays: "working days",
        calendarDays: "calendar days", endOfDay: "to the close of the last", sameDay: "the same day",
        notStarted: "no clock has started: the dossier is not complete and valid yet (Điều 14.1)",
        central: "no clock is kept: the procedure belongs to a ministry's own system, which sets the time (Điều 2.2)",
        differs: "the ledger has, and that holds:",
        extended: "a new appointment, with an apology", approved: "approved by",
        moment: { $0.description }, day: { $0.description })
}
