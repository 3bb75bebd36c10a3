import Bytes
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
        var lines = mailbox("From", from) + mailbox("To", to)
        if let replyTo { lines.append("Reply-To: \(replyTo)") }
        lines += words("Subject", subject)
        lines.append("Date: \(Self.date(date))")
        lines.append("Message-ID: \(identifier)")
        for mark in marks { lines += words("\(mark.name)", mark.value) }
        lines += [
            // Nobody's machine is to answer (RFC 3834).
            "Auto-Submitted: auto-generated", "Content-Language: vi", "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"", "",
        ]
        return Self.ended(lines) + part(plain, type: "plain", boundary) + part(html, type: "html", boundary)
            + Self.ended(["--\(boundary)--"])
    }

    private func part(_ text: [UInt8], type: String, _ boundary: String) -> [UInt8] {
        Self.ended([
            "--\(boundary)", "Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
            "",
        ]) + QuotedPrintable.encode(text) + Self.ended([])
    }

    private func words(_ name: String, _ value: String) -> [String] {
        Self.folded("\(name): ", EncodedWord.lines(value, column: name.utf8.count + 2))
    }

    private func mailbox(_ name: String, _ mailbox: Mailbox) -> [String] {
        let isBlank = ShownText.line(mailbox.name).allSatisfy(\.isWhitespace)
        let words = isBlank ? [] : EncodedWord.phrase(mailbox.name, column: name.utf8.count + 2)
        return Self.folded("\(name): ", words + ["<\(mailbox.address)>"])
    }

    private static func folded(_ name: String, _ words: [String]) -> [String] {
        words.enumerated().map { index, word in (index == 0 ? name : " ") + word }
    }

    private static func ended(_ lines: [String]) -> [UInt8] {
        lines.reduce(into: []) { bytes, line in
            bytes += line.utf8
            bytes += "\r\n".utf8
        }
    }

    /// `Mon, 23 Nov 2026 15:15:02 +0700`.
    static func date(_ moment: Moment) -> String {
        let (day, second) = moment.local
        let (year, month, dayOfMonth) = day.civil
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday.rawValue]
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
        let east = abs(moment.offset) / 60
        let zone = "\(moment.offset < 0 ? "-" : "+")\(padded(east / 60, 2))\(padded(east % 60, 2))"
        return "\(weekday), \(dayOfMonth) \(names[month - 1]) \(padded(year, 4)) \(clock) \(zone)"
    }
}
