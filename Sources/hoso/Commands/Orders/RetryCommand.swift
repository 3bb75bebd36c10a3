import Dossiers

/// `hoso retry NAME [--reason TEXT]`.
enum RetryCommand: OrderCommand {
    static let name = "retry"
    static let summary = "puts what lies in quarantine back into its inbox folder, to be read anew"
    static let usage = "retry NAME [--reason TEXT]"
    static let verb = Order.Verb.retry
    static let usualReason: String? = "asked for"
}
