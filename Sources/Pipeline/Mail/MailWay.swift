/// How the letters of an office get to the mail program.
package enum MailWay: Sendable {
    /// In turn with everything else.
    case inTurn
    /// By a thread of their own, so that a program that is slow or hangs keeps nobody waiting.
    case beside
    /// They are left in `State/mail/` for `hoso mail`.
    case left
}
