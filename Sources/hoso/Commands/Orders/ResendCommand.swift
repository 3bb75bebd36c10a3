import Dossiers

/// `hoso resend CODE [--reason TEXT]`.
enum ResendCommand: OrderCommand {
    static let name = "resend"
    static let summary = "puts a dossier's ZIPs into the outbox again, byte for byte"
    static let usage = "resend CODE [--reason TEXT]"
    static let verb = Order.Verb.resend
    static let usualReason: String? = "asked for"
}
