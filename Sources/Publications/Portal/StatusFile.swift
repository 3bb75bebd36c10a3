import Documents
package import Dossiers

/// What the portal may show of a dossier: its code and state, and what to do, but nobody's name (Điều 6.2, 13.5).
///
/// The element names in Vietnamese are those by which national portals exchange dossiers.
package enum StatusFile {
    package static let namespace = "urn:hoso:status:1"

    /// A dossier as it stands.
    package static func xml(for dossier: Dossier, procedure: Procedure?, agency: Agency?) -> [UInt8] {
        write { xml in
            xml.element("MaHoSo", text: dossier.code.description)
            xml.element("MaLanNop", text: dossier.receipt.submission)
            write(dossier.receipt.procedure, procedure, level: dossier.receipt.level, into: &xml)
            write(channel: dossier.receipt.channel, into: &xml)
            xml.element("NgayNopHoSo", text: dossier.receipt.submittedAt.description)
            xml.element("NgayTiepNhan", text: dossier.receivedAt.description)
            // The old date holds no more while the clock stands, and the new one is not known yet.
            if let deadlines = dossier.deadlines, !dossier.isPaused {
                let provisional = deadlines.isDueProvisional ? [("tamTinh", "true")] : []
                xml.element("NgayHenTra", provisional, text: deadlines.due.description)
            }
            if let resolved = dossier.resolvedAt { xml.element("NgayKetThucXuLy", text: resolved.description) }
            writeEnd(of: dossier, into: &xml)
            write(dossier.agency, agency, into: &xml)
            writePayments(of: dossier, procedure, into: &xml)
            writeSupplements(of: dossier, into: &xml)
            write(
                dossier.standing, national: dossier.nationalState, since: dossier.standingSince,
                findings: dossier.findings,
                procedure: procedure, into: &xml)
        }
    }

    /// How the result leaves the house, and when it did, or when the dossier was refused.
    private static func writeEnd(of dossier: Dossier, into xml: inout XMLWriter) {
        let words =
            switch dossier.resultRoute {
            case .counter: "Trực tiếp"
            case .online: "Trực tuyến"
            case .post: "Bưu chính công ích"
            }
        let route =
            switch dossier.resultRoute {
            case .counter: 1
            case .online: 2
            case .post: 3
            }
        xml.element("HinhThuc", [("ten", words)], text: String(route))
        guard let closed = dossier.closedAt else { return }
        switch dossier.state {
        case .returned: xml.element("NgayTra", text: closed.description)
        case .refused: xml.element("NgayTuChoi", text: closed.description)
        default: break
        }
    }

    private static func writePayments(of dossier: Dossier, _ procedure: Procedure?, into xml: inout XMLWriter) {
        guard let fee = procedure?.fee else { return }
        xml.element("DanhSachLePhi") { xml in
            xml.element("LePhi") { xml in
                xml.element("Gia", text: String(fee.amount))
                xml.element("daNop", text: String(dossier.isPaid))
                if dossier.refunded > 0 { xml.element("hoanTra", text: String(dossier.refunded)) }
            }
        }
    }

    /// When the citizen was asked for more, and when that was answered; the reasons stand in the letter, not here.
    private static func writeSupplements(of dossier: Dossier, into xml: inout XMLWriter) {
        let pauses = dossier.pauses.filter { $0.cause == .supplement }
        guard !pauses.isEmpty else { return }
        xml.element("DanhSachHoSoBoSung") { xml in
            for pause in pauses {
                xml.element("HoSoBoSung") { xml in
                    xml.element("NguoiYeuCauBoSung", text: dossier.agency.description)
                    xml.element("NgayYeuCau", text: pause.from.description)
                    if pause.isAnswered, let end = pause.to { xml.element("NgayBoSung", text: end.description) }
                }
            }
        }
    }

    /// A submission that was refused before it got a code; where its id is that of a dossier, with that dossier's code.
    package static func xml(
        for refusal: Refusal, procedure: Procedure?, agency: Agency?, now: Moment
    ) -> [UInt8] {
        write { xml in
            xml.element("MaLanNop", text: refusal.submission)
            if let dossier = refusal.dossier { xml.element("MaHoSoCungMa", text: dossier.description) }
            write(refusal.procedure, procedure, level: refusal.level, into: &xml)
            write(channel: refusal.channel, into: &xml)
            xml.element("NgayTuChoi", text: now.description)
            if let procedure { write(procedure.agency, agency, into: &xml) }
            write(
                .refused, national: DossierState.refused.national, since: now,
                findings: refusal.findings.filter { $0.severity != .remark },
                procedure: procedure, remedy: .anew, into: &xml)
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
        _ state: DossierState, national: Int, since: Moment, findings: [Finding], procedure: Procedure?,
        remedy: FindingRemedy = .supplement, into xml: inout XMLWriter
    ) {
        xml.element("TrangThaiHoSo", [("ten", DossierState.words(national))], text: String(national))
        xml.element("state", [("at", since.description)], text: state.rawValue)
        xml.element("findings") { xml in
            for finding in findings {
                let component = finding.component.map { [("component", $0)] } ?? []
                xml.element(
                    "finding",
                    [("code", finding.code.rawValue)] + component + [("article", FindingText.article(finding))],
                    text: FindingText.vietnamese(
                        finding, procedure: procedure, namesFiles: false, remedy: remedy))
            }
        }
    }
}
