package import Dossiers

/// A list of dossiers for an agency, by code alone (Điều 13.5).
package struct AgencyLetter: Sendable {
    /// Who writes, and when.
    package struct Envelope: Sendable {
        package let siteName: String
        package let siteCode: String
        package let from: MailAddress
        package let at: Moment
        /// Of the event that the letter tells.
        package let eventNumber: Int

        package init(siteName: String, siteCode: String, from: MailAddress, at: Moment, eventNumber: Int) {
            self.siteName = siteName
            self.siteCode = siteCode
            self.from = from
            self.at = at
            self.eventNumber = eventNumber
        }
    }

    /// A stable word, which stands in the file's name.
    package enum Kind: String, Sendable, CaseIterable { case reminder, yearlyReport, recount }

    let kind: Kind
    let title: String
    let opening: String
    /// One for each dossier.
    let lines: [String]

    /// Urges an agency on: much of the time of these dossiers is used up (Điều 9.6).
    ///
    /// - Parameter day: on which it is written; for what is due before an apology could be, or had one, it says so.
    package static func reminder(_ items: [Reminders.Item], on day: Day) -> AgencyLetter {
        AgencyLetter(
            kind: .reminder, title: "Nhắc hạn giải quyết \(items.count) hồ sơ",
            opening:
                "Các hồ sơ sau đây đã dùng nhiều thời hạn giải quyết. Đề nghị Quý cơ quan giải quyết và chuyển kết quả về Bộ phận "
                + "một cửa trước giờ hẹn; nếu không kịp, gửi văn bản xin lỗi và hẹn lại ngày trả kết quả chậm nhất một ngày làm "
                + "việc trước ngày hẹn.",
            lines: items.map {
                "\($0.dossier.code): đã dùng \($0.step)% thời hạn, hẹn trả kết quả \(VietnameseText.short($0.due))"
                    + apology(for: $0, on: day)
            })
    }

    private static func apology(for item: Reminders.Item, on day: Day) -> String {
        guard let until = item.apologyUntil else { return "; đã hẹn lại một lần, không được hẹn lại nữa" }
        return until < day
            ? "; không còn đủ một ngày làm việc để xin lỗi trước: nếu không kịp, đề nghị gửi ngay văn bản xin lỗi" : ""
    }

    /// Asks an agency for its report of the year (Điều 9.6, 17.3).
    package static func yearlyReport(of agency: AgencyCode, year: Int, until day: Day) -> AgencyLetter {
        AgencyLetter(
            kind: .yearlyReport, title: "Đề nghị gửi báo cáo năm \(year) về dịch vụ công trực tuyến",
            opening:
                "Quý cơ quan chưa gửi báo cáo năm \(year) về dịch vụ công trực tuyến, kèm lộ trình năm tiếp theo (Điều 17 khoản 3). Báo "
                + "cáo phải được gửi trước ngày 30/11/\(year); ngày làm việc cuối cùng là \(VietnameseText.short(day)). Đề nghị "
                + "Quý cơ quan gửi báo cáo bằng thông điệp yearlyReport vào thư mục Inbox/agencies/\(agency); cần dự thảo đã điền sẵn "
                + "số liệu thì liên hệ Bộ phận một cửa.",
            lines: [])
    }

    /// A dossier of which a changed calendar moved something.
    package struct Recounted: Sendable {
        package let code: DossierCode
        package let recount: Recount
        /// The new time for the hand-over; nil where it stays.
        package let handOver: Moment?
        /// When it was counted anew.
        package let at: Moment

        package init(code: DossierCode, recount: Recount, handOver: Moment?, at: Moment) {
            self.code = code
            self.recount = recount
            self.handOver = handOver
            self.at = at
        }

        fileprivate var line: String {
            let (due, former) = (recount.deadlines.due, recount.former)
            return "\(code): hẹn trả kết quả "
                + (due == former
                    ? "vẫn là \(VietnameseText.short(due))"
                    : "\(VietnameseText.short(due)), trước đây \(VietnameseText.short(former))")
                + (recount.deadlines.isDueProvisional ? " (tạm tính)" : "")
                + (handOver.map { "; chuyển bộ phận chuyên môn trước \(VietnameseText.short($0))" } ?? "")
                + (due <= at ? overdue : "")
        }

        /// A date is put off once.
        private var overdue: String {
            "; đã quá hạn, đề nghị trả kết quả ngay"
                + (recount.deadlines.extendedTo == nil ? " hoặc gửi văn bản xin lỗi và hẹn lại" : "")
        }
    }

    /// Tells an agency of dates that a changed calendar moved (Điều 8.1a).
    package static func recount(_ moved: [Recounted]) -> AgencyLetter {
        AgencyLetter(
            kind: .recount, title: "Thời hạn tính lại của \(moved.count) hồ sơ",
            opening:
                "Lịch làm việc đã thay đổi, nên thời hạn của các hồ sơ sau đây được tính lại. Người nộp hồ sơ có ngày hẹn mới đã được "
                + "thông báo. Đề nghị Quý cơ quan giải quyết và chuyển kết quả về Bộ phận một cửa trước giờ hẹn mới.",
            lines: moved.map(\.line))
    }

    /// Nil where the agency has no address that can be written to.
    package func bytes(to agency: Agency, _ envelope: Envelope) -> [UInt8]? {
        guard let address = MailAddress(agency.email) else { return nil }
        let opening = "Kính gửi \(agency.name). \(opening)"
        let closing = "Mọi vướng mắc xin liên hệ Bộ phận một cửa, email \(envelope.from). Trân trọng./."
        let automatic = "(Thư này được gửi tự động.)"
        return MailMessage(
            from: Mailbox(name: "Bộ phận một cửa \(envelope.siteName)", address: envelope.from),
            to: Mailbox(name: agency.name, address: address), replyTo: nil, subject: title, date: envelope.at,
            identifier: MessageIdentifier(
                about: agency.code.description, kind: kind.rawValue, number: envelope.eventNumber,
                site: envelope.siteCode),
            marks: [],
            plain: Array(
                (([opening, ""] + lines + (lines.isEmpty ? [] : [""]) + [closing, "", automatic]).joined(
                    separator: "\n")
                    + "\n").utf8),
            html: Array(
                ("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>\(HTMLText.escaped(title))</title></head><body>\n"
                    + "<p>\(HTMLText.escaped(opening))</p>\n"
                    + (lines.isEmpty
                        ? "" : "<ul>\n" + lines.map { "<li>\(HTMLText.escaped($0))</li>\n" }.joined() + "</ul>\n")
                    + "<p>\(HTMLText.escaped(closing))</p>\n<p>\(automatic)</p>\n</body></html>\n").utf8)
        ).bytes
    }

    package func name(to agency: AgencyCode, _ envelope: Envelope) -> LetterName {
        LetterName(.list(kind), about: agency.description, at: envelope.at, eventNumber: envelope.eventNumber)
    }
}
