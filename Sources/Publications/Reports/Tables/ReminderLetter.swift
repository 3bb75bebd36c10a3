package import Dossiers

/// The letter that urges an agency on: its dossiers of which much of the time is used up, by code alone (Điều 9.6, 13.5).
package enum ReminderLetter {
    /// Who writes to whom.
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

    /// Nil where the agency has no address that can be written to.
    package static func bytes(to agency: Agency, _ items: [Reminders.Item], _ envelope: Envelope) -> [UInt8]? {
        guard let address = MailAddress(agency.email) else { return nil }
        let lines = items.map {
            "\($0.dossier.code): đã dùng \($0.step)% thời hạn, hẹn trả kết quả \(VietnameseText.short($0.due))"
        }
        let opening =
            "Kính gửi \(agency.name). Các hồ sơ sau đây đã dùng nhiều thời hạn giải quyết. Đề nghị Quý cơ quan giải quyết và chuyển "
            + "kết quả về Bộ phận một cửa trước giờ hẹn; nếu không kịp, gửi văn bản xin lỗi và hẹn lại ngày trả kết quả chậm nhất một "
            + "ngày trước ngày hẹn."
        return MailMessage(
            from: Mailbox(name: "Bộ phận một cửa \(envelope.siteName)", address: envelope.from),
            to: Mailbox(name: agency.name, address: address), replyTo: nil,
            subject: "Nhắc hạn giải quyết \(items.count) hồ sơ", date: envelope.at,
            identifier: MessageIdentifier(
                about: agency.code.description, kind: "reminder", number: envelope.eventNumber, site: envelope.siteCode),
            marks: [], plain: ([opening, ""] + lines).joined(separator: "\n") + "\n",
            html:
                "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Nhắc hạn</title></head><body>\n"
                + "<p>\(HTMLText.escaped(opening))</p>\n<ul>\n"
                + lines.map { "<li>\(HTMLText.escaped($0))</li>\n" }.joined() + "</ul>\n</body></html>\n"
        ).bytes
    }

    /// `20261124T180000Z-000.00.10.H34-reminder-57.eml`.
    package static func fileName(to agency: AgencyCode, at: Moment, eventNumber: Int) -> String {
        let (day, second) = at.told(at: 0).local
        let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined()
        return "\(day.description.filter { $0 != "-" })T\(time)Z-\(agency)-reminder-\(eventNumber).eml"
    }
}
