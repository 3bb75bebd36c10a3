/// An example of every document that may arrive or leave, by its root element; the files of `docs/formats/examples/`.
package enum ExampleDocuments {
    package static let arriving: [(name: String, bytes: [UInt8])] = [
        ("submission", PackageResources.submission_xml), ("supplement", PackageResources.supplement_xml),
        ("postalCopy", PackageResources.postalCopy_xml), ("payment", PackageResources.payment_xml),
        ("withdrawal", PackageResources.withdrawal_xml), ("feedback", PackageResources.feedback_xml),
        ("acknowledgement", PackageResources.acknowledgement_xml),
        ("supplementRequest", PackageResources.supplementRequest_xml), ("extension", PackageResources.extension_xml),
        ("refusal", PackageResources.refusal_xml), ("result", PackageResources.result_xml),
        ("collection", PackageResources.collection_xml), ("approval", PackageResources.approval_xml),
        ("yearlyReport", PackageResources.yearlyReport_xml),
    ]

    /// With the schema by which each is valid.
    package static let leaving: [(name: String, schema: String, bytes: [UInt8])] = [
        ("delivery", "delivery", PackageResources.delivery_xml), ("HoSo", "status", PackageResources.HoSo_xml),
        ("refund", "refund", PackageResources.refund_xml),
    ]
}
