import Dossiers

/// A letter as it leaves: the same values give the same bytes.
package enum Notice {
    /// The letter of a kind; a citizen without an address gets it by way of the counter, marked to be printed.
    package static func bytes(_ kind: NoticeKind, _ context: NoticeContext, templates: NoticeTemplates) -> [UInt8] {
        let letter = templates.letter(kind, on: context.wordingDay)
        let values = NoticeValues.of(kind, context)
        let citizen = context.submitter?.email.flatMap { MailAddress($0.revealed) }
        let agency = context.agency.flatMap { MailAddress($0.email) }
        let to =
            switch kind.audience {
            case .staff: Mailbox(name: "", address: context.staff)
            case .agency: Mailbox(name: context.agency?.name ?? "", address: agency ?? context.staff)
            case .citizen: Mailbox(name: context.submitter?.name.revealed ?? "", address: citizen ?? context.from)
            }
        return MailMessage(
            from: Mailbox(name: "Bộ phận một cửa \(context.siteName)", address: context.from), to: to, replyTo: nil,
            subject: letter.subject.filled(values), date: context.at,
            identifier: MessageIdentifier(
                about: context.about, kind: kind.rawValue, number: context.eventNumber, site: context.siteCode),
            marks: citizen == nil && kind.audience == .citizen ? [("X-Hoso-Print", "yes")] : [],
            plain: letter.plain.bytes(values),
            html: letter.html.bytes(values)
        ).bytes
    }

    /// The page of a letter alone, to be printed again.
    package static func page(_ kind: NoticeKind, _ context: NoticeContext, templates: NoticeTemplates) -> [UInt8] {
        templates.letter(kind, on: context.wordingDay).html.bytes(NoticeValues.of(kind, context))
    }
}
