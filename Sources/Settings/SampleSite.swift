/// The sample site that is built into the program, file by file as it lies in the repository's `config/`.
///
/// `Sources/Settings/Sample` is a link to that folder; the package description embeds its files as `PackageResources`. A file
/// that is added there is added here, which a test sees to.
package enum SampleSite {
    /// By path from a site's folder.
    package static let files: [(path: String, bytes: [UInt8])] = [
        ("config/accounts.tsv", PackageResources.accounts_tsv),
        ("config/agencies.xml", PackageResources.agencies_xml),
        ("config/calendar.xml", PackageResources.calendar_xml),
        ("config/hoso.xml", PackageResources.hoso_xml),
        ("config/procedures/1.001612.xml", PackageResources.__001612_xml),
        ("config/procedures/1.002809.xml", PackageResources.__002809_xml),
        ("config/procedures/1.003659.xml", PackageResources.__003659_xml),
        ("config/procedures/1.004222.xml", PackageResources.__004222_xml),
        ("config/procedures/1.004269.xml", PackageResources.__004269_xml),
        ("config/procedures/1.004363.xml", PackageResources.__004363_xml),
        ("config/procedures/1.013225.xml", PackageResources.__013225_xml),
        ("config/procedures/2.000488.xml", PackageResources.__000488_xml),
        ("config/procedures/2.000635.xml", PackageResources.__000635_xml),
        ("config/procedures/2.000815.xml", PackageResources.__000815_xml),
        ("config/procedures/2.001098.xml", PackageResources.__001098_xml),
        ("config/procedures/2.001610.xml", PackageResources.__001610_xml),
        ("config/procedures/2.001955.xml", PackageResources.__001955_xml),
        ("config/schemas/agencies.xsd", PackageResources.agencies_xsd),
        ("config/schemas/calendar.xsd", PackageResources.calendar_xsd),
        ("config/schemas/hoso.xsd", PackageResources.hoso_xsd),
        ("config/schemas/package.xsd", PackageResources.package_xsd),
        ("config/schemas/procedure.xsd", PackageResources.procedure_xsd),
        ("config/schemas/refund.xsd", PackageResources.refund_xsd),
        ("config/templates/_citizen.html", PackageResources._citizen_html),
        ("config/templates/_citizen.txt", PackageResources._citizen_txt),
        ("config/templates/_foot.html", PackageResources._foot_html),
        ("config/templates/_foot.txt", PackageResources._foot_txt),
        ("config/templates/_head.html", PackageResources._head_html),
        ("config/templates/_head.txt", PackageResources._head_txt),
        ("config/templates/_headAgency.html", PackageResources._headAgency_html),
        ("config/templates/_headAgency.txt", PackageResources._headAgency_txt),
        ("config/templates/_signs.html", PackageResources._signs_html),
        ("config/templates/_style.html", PackageResources._style_html),
        ("config/templates/agencyAnswer.html", PackageResources.agencyAnswer_html),
        ("config/templates/agencyAnswer.txt", PackageResources.agencyAnswer_txt),
        ("config/templates/agencyRefusal.html", PackageResources.agencyRefusal_html),
        ("config/templates/agencyRefusal.txt", PackageResources.agencyRefusal_txt),
        ("config/templates/agencyRefusal@2025-07-01.html", PackageResources.agencyRefusal_2025_07_01_html),
        ("config/templates/agencyRefusal@2025-07-01.txt", PackageResources.agencyRefusal_2025_07_01_txt),
        ("config/templates/answer.html", PackageResources.answer_html),
        ("config/templates/answer.txt", PackageResources.answer_txt),
        ("config/templates/apology.html", PackageResources.apology_html),
        ("config/templates/apology.txt", PackageResources.apology_txt),
        ("config/templates/apology@2025-07-01.html", PackageResources.apology_2025_07_01_html),
        ("config/templates/apology@2025-07-01.txt", PackageResources.apology_2025_07_01_txt),
        ("config/templates/apologyDraft.html", PackageResources.apologyDraft_html),
        ("config/templates/apologyDraft.txt", PackageResources.apologyDraft_txt),
        ("config/templates/control.html", PackageResources.control_html),
        ("config/templates/feedback.html", PackageResources.feedback_html),
        ("config/templates/feedback.txt", PackageResources.feedback_txt),
        ("config/templates/forwarded.html", PackageResources.forwarded_html),
        ("config/templates/forwarded.txt", PackageResources.forwarded_txt),
        ("config/templates/incident.html", PackageResources.incident_html),
        ("config/templates/incident.txt", PackageResources.incident_txt),
        ("config/templates/paid.html", PackageResources.paid_html),
        ("config/templates/paid.txt", PackageResources.paid_txt),
        ("config/templates/payment.html", PackageResources.payment_html),
        ("config/templates/payment.txt", PackageResources.payment_txt),
        ("config/templates/postal.html", PackageResources.postal_html),
        ("config/templates/postal.txt", PackageResources.postal_txt),
        ("config/templates/receipt.html", PackageResources.receipt_html),
        ("config/templates/receipt.txt", PackageResources.receipt_txt),
        ("config/templates/refund.html", PackageResources.refund_html),
        ("config/templates/refund.txt", PackageResources.refund_txt),
        ("config/templates/refusal.html", PackageResources.refusal_html),
        ("config/templates/refusal.txt", PackageResources.refusal_txt),
        ("config/templates/register.html", PackageResources.register_html),
        ("config/templates/result.html", PackageResources.result_html),
        ("config/templates/result.txt", PackageResources.result_txt),
        ("config/templates/resumed.html", PackageResources.resumed_html),
        ("config/templates/resumed.txt", PackageResources.resumed_txt),
        ("config/templates/returned.html", PackageResources.returned_html),
        ("config/templates/returned.txt", PackageResources.returned_txt),
        ("config/templates/supplement.html", PackageResources.supplement_html),
        ("config/templates/supplement.txt", PackageResources.supplement_txt),
        ("config/templates/supplemented.html", PackageResources.supplemented_html),
        ("config/templates/supplemented.txt", PackageResources.supplemented_txt),
        ("config/templates/withdrawn.html", PackageResources.withdrawn_html),
        ("config/templates/withdrawn.txt", PackageResources.withdrawn_txt),
    ]

    /// What a site needs besides its files; the folders below an inbox say who may drop what.
    package static let folders: [String] =
        [
            "config/trust/intermediates", "Inbox/online", "Inbox/postal", "Inbox/payments", "Outbox/agencies",
            "Outbox/portal", "Outbox/notices", "Outbox/reports", "Outbox/incidents",
            "Outbox/refunds",
        ] + agencies.map { "Inbox/agencies/\($0)" }

    /// The codes of the sample agencies.
    package static let agencies = [
        "000.00.04.H34", "000.00.07.H34", "000.00.08.H34", "000.00.09.H34", "000.00.10.H34", "000.00.12.H34",
        "000.00.13.H34", "000.00.18.H34", "000.00.31.H34",
    ]

    package static func file(_ path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }
}
