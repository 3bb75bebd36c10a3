/// What a message does: events in order, or nothing, with the reason.
enum Judgement: Equatable {
    case effect([Event])
    /// The second says what the reason is about, in a word or a number.
    case without(RejectionReason, String? = nil)
}
