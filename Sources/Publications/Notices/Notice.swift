import Dossiers

/// A letter as it leaves: the same values give the same bytes.
package enum Notice {
    /// The letter of a kind; a citizen without an address gets it by way of the counter, whose people are told to print it: by
    /// the subject, by a header, and by a line that the page shows on the screen alone.
    package static func bytes(_ kind: NoticeKind, _ context: NoticeContext, templates: NoticeTemplates) -> [UInt8] {
        let letter = templates.letter(kind, on: context.wordingDay)
        var values = NoticeValues.of(kind, context)
        let citizen = kind.audience == .citizen ? context.submitter?.email.flatMap { MailAddress($0.revealed) } : nil
        let isToPrint = kind.audience == .citizen && citizen == nil
        if isToPrint { values[.print] = .text("in") }
        let office = "Bộ phận một cửa \(context.siteName)"
        let to =
            switch kind.audience {
            case .staff: Mailbox(name: "", address: context.staff)
            case .agency:
                Mailbox(
                    name: context.agency?.name ?? "",
                    address: context.agency.flatMap { MailAddress($0.email) } ?? context.staff)
            case .citizen:
                citizen.map { Mailbox(name: context.submitter?.name.revealed ?? "", address: $0) }
                    ?? Mailbox(name: office, address: context.from)
            }
        let whom = kind == .feedback ? "gửi phản ánh" : "nộp"
        return MailMessage(
            from: Mailbox(name: office, address: context.from), to: to, replyTo: nil,
            subject: (isToPrint ? "[In và giao cho người \(whom)] " : "") + letter.subject.filled(values),
            date: context.at,
            identifier: MessageIdentifier(
                about: context.about, kind: kind.rawValue, number: context.eventNumber, site: context.siteCode),
            marks: isToPrint ? [("X-Hoso-Print", "yes")] : [],
            plain: letter.plain.bytes(values),
            html: letter.html.bytes(values)
        ).bytes
    }

    /// The page of a letter alone, to be printed again.
    package static func page(_ kind: NoticeKind, _ context: NoticeContext, templates: NoticeTemplates) -> [UInt8] {
        templates.letter(kind, on: context.wordingDay).html.bytes(NoticeValues.of(kind, context))
    }
}
