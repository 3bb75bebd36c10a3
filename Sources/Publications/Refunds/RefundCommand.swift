package import Dossiers

/// The order that gives back a payment which counts for nothing, as a person types it.
package struct RefundCommand: Sendable {
    private let code: DossierCode
    private let reference: String
    private let amount: Int
    /// Whether the reference stands in it, or `REF` in its place.
    package let isReferenceTold: Bool

    /// Nil where nothing of it is left to be given back.
    package init?(_ payment: PaymentReceipt, of dossier: Dossier) {
        let rest = dossier.refundable(of: payment)
        guard rest > 0 else { return nil }
        code = dossier.code
        amount = rest
        isReferenceTold = payment.reference.wholeMatch(of: Self.plain) != nil
        reference = isReferenceTold ? payment.reference : "'REF'"
    }

    /// - Parameters:
    ///   - basis: what stands for the law.
    ///   - reason: what stands for the reason.
    package func text(basis: String, reason: String) -> String {
        "hoso refund \(code) --reference \(reference) --amount \(amount) --basis \(basis) --reason \(reason)"
    }

    /// A reference that a shell takes as it is, and that says nothing of anybody; one of digits alone may be whose telephone
    /// or identity card it is.
    private static var plain: Regex<Substring> { #/(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._:\/-]{0,63}/# }
}
