import Bytes
import Documents
package import Dossiers
import Signatures

/// `manifest.xml`: what a dossier's ZIP says of itself to the agency that must answer (Điều 14.4).
package enum Manifest {
    package static let namespace = "urn:hoso:delivery:1"

    /// Writes the manifest of one ZIP; the same values give the same bytes.
    ///
    /// - Parameters:
    ///   - number: 1 for the whole dossier, from 2 on for what came later.
    ///   - procedure: the version that holds for the dossier; nil where the catalogue has it no more.
    ///   - agency: nil where the register has it no more.
    ///   - handedOn: to the agency that had the dossier, when it got to the one that leads now; nil of any other delivery.
    ///   - files: what lies in the ZIP beside the manifest, in its order.
    package static func xml(
        for dossier: Dossier, procedure: Procedure?, agency: Agency?, coAgencies: [Agency] = [],
        handedOn: Moment? = nil, files: [ManifestFile], number: Int = 1
    ) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("delivery", [("xmlns", namespace), ("number", String(number))]) { xml in
            xml.element("dossier", [("code", dossier.code.description), ("state", dossier.state.rawValue)])
            write(procedure, of: dossier.receipt, into: &xml)
            write(dossier.agency, agency, as: "agency", since: handedOn, into: &xml)
            for code in dossier.receipt.coAgencies {
                write(code, coAgencies.first { $0.code == code }, as: "coAgency", into: &xml)
            }
            write(dossier.receipt.submitter, into: &xml)
            writeTimes(of: dossier, into: &xml)
            xml.element("resultDelivery", text: dossier.receipt.resultDelivery.rawValue)
            for payment in dossier.payments { write(payment, into: &xml) }
            for copy in dossier.postalCopies { write(copy, into: &xml) }
            xml.element("form") { xml in
                SignatureXML.write(dossier.signatures, into: &xml)
            }
            xml.element("files") { xml in
                for file in files { write(file, into: &xml) }
            }
            xml.element("findings") { xml in
                for finding in dossier.findings { write(finding, procedure, into: &xml) }
            }
        }
        return xml.finish()
    }

    private static func write(_ procedure: Procedure?, of receipt: Receipt, into xml: inout XMLWriter) {
        xml.element("procedure", [("code", receipt.procedure), ("level", String(receipt.level))]) { xml in
            if let procedure {
                xml.element("name", text: procedure.name)
                xml.element("sector", text: procedure.sector)
            }
        }
    }

    private static func write(
        _ code: AgencyCode, _ agency: Agency?, as element: String, since: Moment? = nil, into xml: inout XMLWriter
    ) {
        let since = since.map { [("since", $0.description)] } ?? []
        xml.element(element, [("code", code.description)] + since) { xml in
            if let agency { xml.element("name", text: agency.name) }
        }
    }

    private static func write(_ submitter: Submitter, into xml: inout XMLWriter) {
        let account = submitter.account.map { [("account", $0.revealed)] } ?? []
        xml.element("submitter", account) { xml in
            xml.element("name", text: submitter.name.revealed)
            let fields = [
                ("idNumber", submitter.idNumber), ("organization", submitter.organization),
                ("taxCode", submitter.taxCode), ("phone", submitter.phone), ("email", submitter.email),
                ("address", submitter.address),
            ]
            for case (let name, let value?) in fields { xml.element(name, text: value.revealed) }
        }
    }

    private static func writeTimes(of dossier: Dossier, into xml: inout XMLWriter) {
        xml.element("submittedAt", text: dossier.receipt.submittedAt.description)
        xml.element("receivedAt", text: dossier.receivedAt.description)
        guard let deadlines = dossier.deadlines else { return }
        xml.element("completeAt", text: deadlines.from.description)
        xml.element("handOverDue", text: deadlines.handOver.description)
        if let sameDay = deadlines.sameDayHandOver {
            xml.element("handOverDueSameDay", text: sameDay.description)
        }
        var attributes = [("provisional", String(deadlines.isDueProvisional))]
        if deadlines.extendedTo != nil { attributes.append(("withoutExtension", deadlines.result.description)) }
        if dossier.isPaused { attributes.append(("paused", "true")) }
        xml.element("resultDue", attributes, text: deadlines.due.description)
    }

    private static func write(_ payment: PaymentReceipt, into xml: inout XMLWriter) {
        xml.element(
            "payment",
            [
                ("amount", String(payment.amount)), ("paidAt", payment.paidAt.description),
                ("channel", payment.channel), ("reference", payment.reference),
            ])
    }

    private static func write(_ copy: PostalCopyReceipt, into xml: inout XMLWriter) {
        xml.element(
            "postalCopy",
            [("trackingNumber", copy.trackingNumber), ("receivedAt", copy.receivedAt.description)])
    }

    private static func write(_ file: ManifestFile, into xml: inout XMLWriter) {
        var attributes: [(String, String)] = []
        attributes.reserveCapacity(10)
        attributes.append(("name", file.name))
        if file.original != file.name { attributes.append(("original", file.original)) }
        if let component = file.component { attributes.append(("component", component)) }
        attributes += [
            ("type", file.mime), ("size", String(file.size)), ("sha256", file.sha256.description),
        ]
        if let pages = file.pages { attributes.append(("pages", String(pages))) }
        switch file.vouched {
        case .byNothing: attributes.append(("vouched", "nothing"))
        case .byForm(let signature):
            attributes.append(("vouched", "form"))
            if let signature { attributes.append(("signature", String(signature))) }
        case .byMessage(_, let signature):
            attributes.append(("vouched", "form"))
            if let form = file.signedBy {
                attributes += [("signedBy", form), ("signedBySignature", String(signature))]
            }
        case .byItself(let signature):
            attributes.append(("vouched", "itself"))
            if let signature { attributes.append(("signature", String(signature))) }
        case .byCertification(let by, let on):
            attributes += [("vouched", "certification"), ("certifiedBy", by), ("certifiedOn", on.description)]
        }
        xml.element("file", attributes) { xml in
            for remark in file.remarks { xml.element("remark", text: remark) }
            SignatureXML.write(file.signatures, into: &xml)
        }
    }

    private static func write(_ finding: Finding, _ procedure: Procedure?, into xml: inout XMLWriter) {
        var attributes = [("code", finding.code.rawValue), ("severity", finding.severity.rawValue)]
        if let component = finding.component { attributes.append(("component", component)) }
        if let file = finding.file { attributes.append(("file", file)) }
        attributes.append(("article", finding.code.article))
        xml.element("finding", attributes) { xml in
            xml.element("vi", text: FindingText.vietnamese(finding, procedure: procedure))
            xml.element("en", text: FindingText.english(finding, procedure: procedure))
        }
    }
}
