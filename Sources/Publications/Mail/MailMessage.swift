private import Bytes
package import Dossiers

/// A letter with a plain and an HTML form, written as RFC 5322 has it; the same values give the same bytes.
///
/// Every header is made of a value that cannot break it: addresses are checked, words are encoded, and the rest is ours.
package struct MailMessage: Sendable {
    package let from: Mailbox
    package let to: Mailbox
    package let replyTo: MailAddress?
    package let subject: String
    package let date: Moment
    package let identifier: MessageIdentifier
    /// Further headers of ours; the values are encoded as the subject is.
    package let marks: [(name: StaticString, value: String)]
    /// As UTF-8.
    package let plain: [UInt8]
    package let html: [UInt8]

    package init(
        from: Mailbox, to: Mailbox, replyTo: MailAddress?, subject: String, date: Moment,
        identifier: MessageIdentifier, marks: [(name: StaticString, value: String)], plain: [UInt8], html: [UInt8]
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.date = date
        self.identifier = identifier
        self.marks = marks
        self.plain = plain
        self.html = html
    }

    /// ASCII lines of at most 76 characters that end in CR LF.
    package var bytes: [UInt8] {
        // «=_» cannot stand in quoted-printable text, so the boundary cannot either.
        let boundary = "=_hoso-\(identifier.number)"
        var text: [UInt8] = []
        text.reserveCapacity(2 * (plain.count + html.count) + 1024)
        Self.append("From", from, to: &text)
        Self.append("To", to, to: &text)
        if let replyTo { text += "Reply-To: \(replyTo)\r\n".utf8 }
        Self.append("Subject", subject, to: &text)
        Self.append(date, to: &text)
        text += "Message-ID: \(identifier)\r\n".utf8
        for mark in marks { Self.append("\(mark.name)", mark.value, to: &text) }
        // Nobody's machine is to answer (RFC 3834).
        text += "Auto-Submitted: auto-generated\r\nContent-Language: vi\r\nMIME-Version: 1.0\r\n".utf8
        text += "Content-Type: multipart/alternative; boundary=\"\(boundary)\"\r\n\r\n".utf8
        for (type, part) in [("plain", plain), ("html", html)] {
            text += "--\(boundary)\r\nContent-Type: text/\(type); charset=utf-8\r\n".utf8
            text += "Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
            text += QuotedPrintable.encode(part)
        }
        text += "--\(boundary)--\r\n".utf8
        return text
    }

    private static func append(_ name: String, _ value: String, to text: inout [UInt8]) {
        text += "\(name): ".utf8
        EncodedWord.append(value, column: name.utf8.count + 2, to: &text)
        text += "\r\n".utf8
    }

    private static func append(_ name: String, _ mailbox: Mailbox, to text: inout [UInt8]) {
        text += "\(name): ".utf8
        if !ShownText.line(mailbox.name).allSatisfy(\.isWhitespace) {
            EncodedWord.append(phrase: mailbox.name, column: name.utf8.count + 2, to: &text)
            text += EncodedWord.fold.utf8
        }
        text += "<\(mailbox.address)>\r\n".utf8
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Date: Mon, 23 Nov 2026 15:15:02 +0700`.
    private static func append(_ date: Moment, to text: inout [UInt8]) {
        let (day, second) = date.local
        let (year, month, dayOfMonth) = day.civil
        text += "Date: ".utf8
        text += weekdays[day.weekday.rawValue].utf8
        text += ", ".utf8
        text.append(decimal: dayOfMonth)
        text.append(UInt8(ascii: " "))
        text += months[month - 1].utf8
        text.append(UInt8(ascii: " "))
        text.append(decimal: year, width: 4)
        text.append(UInt8(ascii: " "))
        text.append(decimal: second / 3600, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(decimal: second / 60 % 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(decimal: second % 60, width: 2)
        let east = abs(date.offset) / 60
        text += date.offset < 0 ? " -".utf8 : " +".utf8
        text.append(decimal: east / 60, width: 2)
        text.append(decimal: east % 60, width: 2)
        text += "\r\n".utf8
    }
}
