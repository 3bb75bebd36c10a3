import Documents
package import Dossiers

/// An order to give money back, for whoever pays it out; valid by `config/schemas/refund.xsd` (Điều 8.2c).
package enum RefundFile {
    package static let namespace = "urn:hoso:refund:1"

    /// - Parameters:
    ///   - agency: that gives it back; nil where the site no longer knows it.
    ///   - number: of the ledger's event that orders it; names the order for good.
    package static func xml(
        _ order: RefundOrder, dossier: Dossier, agency: Agency?, number: Int, at: Moment
    ) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("refund", [("xmlns", namespace), ("id", "\(dossier.code)-\(number)")]) { xml in
            xml.element("dossier", text: dossier.code.description)
            xml.element("procedure", text: dossier.receipt.procedure)
            xml.element(
                "agency", agency.map { [("name", $0.name)] } ?? [], text: dossier.agency(givingBack: order).description)
            xml.element("orderedAt", text: at.description)
            xml.element("amount", text: String(order.amount))
            let counted = dossier.payments.filter { order.references.contains($0.reference) }
            for payment in order.payment.map({ [$0] }) ?? counted {
                xml.element(
                    "payment",
                    [
                        ("reference", payment.reference), ("channel", payment.channel),
                        ("paidAt", payment.paidAt.description), ("amount", String(payment.amount)),
                    ])
            }
            let submitter = dossier.receipt.submitter
            xml.element("payer", submitter.account.map { [("account", $0.revealed)] } ?? []) { xml in
                xml.element("name", text: (submitter.organization ?? submitter.name).revealed)
                if let phone = submitter.phone { xml.element("phone", text: phone.revealed) }
                if let email = submitter.email { xml.element("email", text: email.revealed) }
                if let address = submitter.address { xml.element("address", text: address.revealed) }
            }
            xml.element("reason", text: order.reason)
            xml.element("basis", text: order.basis)
        }
        return xml.finish()
    }
}
