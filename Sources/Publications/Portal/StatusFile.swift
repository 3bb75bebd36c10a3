import Documents
package import Dossiers

/// What the portal may show of a dossier: its code and state, and what to do, but nobody's name (Điều 6.2, 13.5).
///
/// The element names in Vietnamese are those by which national portals exchange dossiers.
package enum StatusFile {
    package static let namespace = "urn:hoso:status:1"

    /// A dossier as it stands at `now`.
    package static func xml(
        for dossier: Dossier, procedure: Procedure?, agency: Agency?, now: Moment
    ) -> [UInt8] {
        write { xml in
            xml.element("MaHoSo", text: dossier.code.description)
            write(dossier.receipt.procedure, procedure, level: dossier.receipt.level, into: &xml)
            write(channel: dossier.receipt.channel, into: &xml)
            xml.element("NgayTiepNhan", text: dossier.receivedAt.description)
            if let deadlines = dossier.deadlines {
                let provisional = deadlines.provisional ? [("tamTinh", "true")] : []
                xml.element("NgayHenTra", provisional, text: deadlines.result.description)
            }
            write(dossier.agency, agency, into: &xml)
            write(dossier.state, findings: dossier.findings, procedure: procedure, now: now, into: &xml)
        }
    }

    /// A submission that was refused before it got a code.
    package static func xml(
        for refusal: Refusal, procedure: Procedure?, agency: Agency?, now: Moment
    ) -> [UInt8] {
        write { xml in
            xml.element("MaLanNop", text: refusal.submission)
            write(refusal.procedure, procedure, level: refusal.level, into: &xml)
            write(channel: refusal.channel, into: &xml)
            xml.element("NgayTuChoi", text: now.description)
            if let procedure { write(procedure.agency, agency, into: &xml) }
            write(.refused, findings: refusal.findings, procedure: procedure, now: now, into: &xml)
        }
    }

    private static func write(_ content: (inout XMLWriter) -> Void) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("HoSo", [("xmlns", namespace)], content: content)
        return xml.finish()
    }

    private static func write(_ code: String, _ procedure: Procedure?, level: Int, into xml: inout XMLWriter) {
        xml.element("MaTTHC", text: code)
        if let procedure {
            xml.element("TenTTHC", text: procedure.name)
            xml.element("TenLinhVuc", text: procedure.sector)
        }
        xml.element("MucDo", text: String(level))
    }

    /// 1 at the counter, 2 online, 3 by post.
    private static func write(channel: String, into xml: inout XMLWriter) {
        let (number, words) =
            switch channel {
            case "online": (2, "Trực tuyến")
            case "postal": (3, "Dịch vụ bưu chính")
            default: (1, "Trực tiếp")
            }
        xml.element("KenhThucHien", [("ten", words)], text: String(number))
    }

    private static func write(_ code: AgencyCode, _ agency: Agency?, into xml: inout XMLWriter) {
        let name = agency.map { [("ten", $0.name)] } ?? []
        xml.element("DonViXuLy", name, text: code.description)
    }

    private static func write(
        _ state: DossierState, findings: [Finding], procedure: Procedure?, now: Moment, into xml: inout XMLWriter
    ) {
        xml.element("TrangThaiHoSo", [("ten", state.nationalWords)], text: String(state.national))
        xml.element("state", [("at", now.description)], text: state.rawValue)
        xml.element("findings") { xml in
            for finding in findings {
                let component = finding.component.map { [("component", $0)] } ?? []
                xml.element(
                    "finding", [("code", finding.code.rawValue)] + component + [("article", finding.code.article)],
                    text: FindingText.vietnamese(finding, procedure: procedure, namesFiles: false))
            }
        }
    }
}
