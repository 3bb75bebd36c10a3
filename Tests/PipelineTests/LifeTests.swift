import Bytes
import Documents
import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Publications
import Settings
import Testing

@Suite("The life of a dossier, through the folders")
struct LifeTests {
    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed")
    private let paper = Forms.pdf("result")

    /// A dossier of level 3, complete; its code.
    private func complete(_ site: TestSite, _ id: String = "s-1") throws -> String {
        let form = Forms.submission(
            id,
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        try site.drop("online/\(id).zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
        #expect(try site.once().map(\.state) == ["accepted"])
        return try #require(try site.list().last?[0])
    }

    /// A dossier of level 4 whose papers came by post and whose fee is paid; its code.
    private func paid(_ site: TestSite, delivery: String) throws -> String {
        try site.drop(
            "online/p.zip",
            Forms.zip([
                (
                    "hoso.xml",
                    Forms.submission(
                        "p-1", procedure: "2.000488", level: 4, form: "TK", delivery: delivery,
                        attachments: [
                            Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("SHK", "shk.pdf", deed),
                        ])
                ), ("cccd.pdf", card), ("shk.pdf", deed),
            ]))
        try site.once()
        let code = try #require(try site.list().last?[0])
        let certified = " certifiedBy=\"UBND phường\" certifiedOn=\"2026-11-22\""
        try site.drop(
            "postal/copy.xml",
            Forms.message(
                "postalCopy", "pc-1", dossier: code,
                "<trackingNumber>RB1VN</trackingNumber><receivedAt>2026-11-23T09:00:00+07:00</receivedAt><attachments>"
                    + Forms.attachment("CCCD", "a.pdf", Forms.pdf("1"), inline: true, more: certified)
                    + Forms.attachment("SHK", "b.pdf", Forms.pdf("2"), inline: true, more: certified) + "</attachments>"
            ))
        try site.drop("payments/p.xml", payment("m-1", code))
        try site.once()
        #expect(try site.list().last?[4] == "accepted")
        return code
    }

    private func payment(_ id: String, _ code: String, _ amount: Int = 200_000) -> [UInt8] {
        Forms.message(
            "payment", id, dossier: code,
            "<amount>\(amount)</amount><paidAt>2026-11-23T09:30:00+07:00</paidAt><channel>post</channel><reference>GD1</reference>"
        )
    }

    private func result(_ id: String, _ code: String, file: String = "kq.pdf") -> [UInt8] {
        Forms.message(
            "result", id, dossier: code,
            "<approvedBy>Giám đốc</approvedBy><attachments>" + Forms.attachment("KQ", file, paper, inline: true)
                + "</attachments>")
    }

    /// The kinds of the letters to citizens and agencies, in order.
    private func letters(_ site: TestSite, _ code: String) -> [String] {
        site.names("Outbox/notices").filter { $0.contains(code) }.map {
            ($0, Int($0.split(separator: "-").last?.split(separator: ".").first ?? "") ?? 0)
        }.sorted { $0.1 < $1.1 }.map { String($0.0.split(separator: "-").dropLast().last ?? "") }
    }

    @Test("An agency asks for a paper, the citizen brings it, the agency answers, the counter hands over")
    func Dieu7_1a_levelThreeToTheEnd() throws {
        let site = try TestSite()
        let code = try complete(site)
        let agency = "agencies/000.00.12.H34"
        try site.at("2026-11-25T08:00")
        try site.drop(
            "\(agency)/1.xml",
            Forms.message(
                "supplementRequest", "r-1", dossier: code,
                "<reason>Ảnh bị mờ.</reason><component>CCCD</component><approvedBy>Trưởng phòng</approvedBy>"))
        #expect(try site.once().map(\.state) == ["awaitingSupplement"])
        #expect(try site.list()[0][6] == "requested-by-agency")
        try site.at("2026-11-26T08:00")
        let better = Forms.pdf("better")
        try site.drop(
            "online/sup.xml",
            Forms.message(
                "supplement", "u-1", dossier: code, account: "0900000001",
                "<attachments>" + Forms.attachment("CCCD", "moi.pdf", better, inline: true) + "</attachments>"))
        #expect(try site.once().map(\.state) == ["processing"])
        // One working day of waiting later.
        #expect(try site.list()[0][5] == "2026-11-27T14:00:00+07:00")
        for folder in [agency, "agencies/000.00.31.H34"] {
            #expect(site.names("Outbox/\(folder)") == ["\(code).2.zip", "\(code).zip"])
        }
        try site.at("2026-11-27T09:00")
        try site.drop("\(agency)/2.xml", result("k-1", code))
        #expect(try site.once().map(\.state) == ["resolved"])
        #expect(site.names("Outbox/portal/results").isEmpty)
        func handover(_ id: String, _ compared: String) -> [UInt8] {
            Forms.message(
                "collection", id, dossier: code,
                "<collectedAt>2026-11-27T10:00:00+07:00</collectedAt><formSigned>true</formSigned>\(compared)")
        }
        try site.drop(
            "\(agency)/3.xml",
            handover(
                "h-1",
                "<originalsCompared component=\"CCCD\">true</originalsCompared><originalsCompared component=\"GCN\">false</originalsCompared>"
            ))
        #expect(try site.once().map(\.reasons) == [["original-not-compared"]])
        try site.drop(
            "\(agency)/4.xml",
            handover(
                "h-2",
                "<originalsCompared component=\"CCCD\">true</originalsCompared><originalsCompared component=\"GCN\">true</originalsCompared>"
            ))
        #expect(try site.once().map(\.state) == ["returned"])
        #expect(letters(site, code) == ["receipt", "supplement", "resumed", "result", "agencyAnswer", "returned"])
        let status = try site.read("Outbox/portal/\(code).status.xml")
        #expect(status.contains(">10</TrangThaiHoSo>"))
        #expect(status.contains("<NgayKetThucXuLy>2026-11-27T09:00:00+07:00</NgayKetThucXuLy>"))
        #expect(status.contains("<NgayTra>2026-11-27T09:00:00+07:00</NgayTra>"))
    }

    @Test("A result that comes while the clock stands is in time, has one letter, and leaves nothing asked for")
    func Dieu14_2_resultInPause() throws {
        let site = try TestSite()
        let code = try complete(site)
        let agency = "agencies/000.00.12.H34"
        try site.drop(
            "\(agency)/1.xml",
            Forms.message(
                "supplementRequest", "r-1", dossier: code,
                "<reason>Ảnh bị mờ.</reason><component>CCCD</component><approvedBy>Trưởng phòng</approvedBy>"))
        try site.once()
        try site.at("2026-12-10T09:00")
        try site.drop("\(agency)/2.xml", result("k-1", code))
        #expect(try site.once().map(\.state) == ["resolved"])
        #expect(try site.list()[0].suffix(2) == ["2026-12-14T09:00:00+07:00", "-"])
        #expect(letters(site, code) == ["receipt", "supplement", "result"])
        let status = try site.read("Outbox/portal/\(code).status.xml")
        #expect(status.contains("<NgayYeuCau>2026-11-23T14:00:00+07:00</NgayYeuCau>"))
        #expect(!status.contains("<NgayBoSung>"))
        #expect(status.contains("<findings/>"))
        let report = try SiteView(site: site.path, now: site.now).report(ReportRequest(.late))
        #expect(!String(decoding: report.csv, as: UTF8.self).contains(code))
    }

    @Test("An online result lies in its own account's folder and nowhere else, under no name of the agency's")
    func Dieu13_5_onlineResult() throws {
        let site = try TestSite()
        let code = try paid(site, delivery: "online")
        try site.drop("agencies/000.00.10.H34/1.xml", result("k-1", code, file: "Nguyễn Văn An 062090001234.pdf"))
        #expect(try site.once().map(\.state) == ["returned"])
        #expect(site.names("Outbox/portal/results") == ["0900000001"])
        #expect(site.names("Outbox/portal/results/0900000001") == ["\(code)_KQ.pdf"])
        let laidOut = try Data(
            contentsOf: URL(fileURLWithPath: "\(site.path)/Outbox/portal/results/0900000001/\(code)_KQ.pdf"))
        #expect(Array(laidOut) == paper)
        #expect(letters(site, code).last == "result")
    }

    @Test(
        "A result that comes while a person holds the dossier is told with the release, and the portal sees it at once",
        arguments: ["online", "counter"])
    func Dieu8_2_heldResult(delivery: String) throws {
        let site = try TestSite()
        let code = try paid(site, delivery: delivery)
        let dossier = try #require(DossierCode(code))
        func order(_ verb: Order.Verb) throws {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            #expect(
                try office.carryOut(Order(verb, dossier: dossier, reason: "xem lại", by: "hoa")).isDone)
        }
        try order(.hold)
        let status = try site.read("Outbox/portal/\(code).status.xml")
        #expect(status.contains(">2</TrangThaiHoSo>") && status.contains(">accepted</state>"))
        try site.drop("agencies/000.00.10.H34/1.xml", result("k-1", code))
        #expect(try site.once().map(\.state) == ["held"])
        #expect(letters(site, code).last == "receipt")
        let later = try site.read("Outbox/portal/\(code).status.xml")
        #expect(later.contains(">9</TrangThaiHoSo>") && later.contains(">resolved</state>"))
        #expect(site.names("Outbox/portal/results").isEmpty)
        try order(.release)
        #expect(letters(site, code).suffix(2) == ["receipt", "result"])
        #expect(try site.list()[0][4] == (delivery == "online" ? "returned" : "resolved"))
        let words = delivery == "online" ? "Kết quả đã có trong tài khoản" : "Mời Ông/Bà đến"
        let letter = try #require(
            try SiteView(site: site.path, now: site.now).paper(.letter(.result), of: dossier))
        #expect(String(decoding: letter, as: UTF8.self).contains(words))
        guard delivery == "counter" else { return }
        try order(.hold)
        try order(.release)
        #expect(letters(site, code).suffix(2) == ["receipt", "result"], "each letter once")
    }

    @Test("The portal's state holds the names of the national exchange, and nothing of the person")
    func Dieu13_5_noPersonalData() throws {
        let site = try TestSite()
        let code = try complete(site)
        #expect(try site.read("Outbox/portal/\(code).status.xml").contains("<NgayHenTra>2026-11-26T14:00:00+07:00<"))
        try site.drop(
            "agencies/000.00.12.H34/1.xml",
            Forms.message(
                "supplementRequest", "r-1", dossier: code,
                "<reason>Ông Nguyễn Văn An khai sai.</reason><approvedBy>Trưởng phòng</approvedBy>"))
        try site.once()
        let status = try site.read("Outbox/portal/\(code).status.xml")
        for name in [
            "MaHoSo", "MaTTHC", "TenTTHC", "TenLinhVuc", "KenhThucHien", "NgayNopHoSo", "NgayTiepNhan",
            "TrangThaiHoSo", "HinhThuc", "DonViXuLy", "DanhSachHoSoBoSung",
        ] { #expect(status.contains("<\(name)")) }
        #expect(!status.contains("<NgayHenTra"), "the clock stands")
        for secret in ["Nguyễn", "062090001234", "0900", "an@example.vn", "Trần Phú", "cccd.pdf"] {
            #expect(!status.contains(secret))
        }
    }

    @Test("The portal finds by its own id which dossier a submission became, and which one has the id of a conflict")
    func Dieu6_2_whichDossier() throws {
        let site = try TestSite()
        let code = try complete(site)
        try site.drop(
            "online/s-1.xml",
            Forms.submission(
                "s-1", purpose: "Khác", attachments: [Forms.attachment("GCN", "a.pdf", deed, inline: true)]))
        #expect(try site.once().map(\.reasons) == [["duplicate-other"]])
        let schema = try XMLSchema(
            try #require(SampleSite.file("config/schemas/status.xsd")), name: "status.xsd")
        func fields(_ name: String) throws -> [String?] {
            let bytes = Array(try site.read("Outbox/portal/\(name).status.xml").utf8)
            let document = try XMLDocument.parse(bytes, limits: Limits())
            #expect(document.problems(against: schema, limits: Limits()).isEmpty)
            return ["MaHoSo", "MaLanNop", "MaHoSoCungMa", "state"].map { document.root.first($0)?.text }
        }
        #expect(try fields(code) == [code, "s-1", nil, "accepted"])
        #expect(try fields("s-1") == [nil, "s-1", code, "refused"])
    }

    @Test("A refusal with a fee paid orders the money back, by one file that its schema accepts")
    func Dieu8_2c_refundOrder() throws {
        let site = try TestSite()
        let code = try paid(site, delivery: "online")
        let refusal = Forms.message(
            "refusal", "x-1", dossier: code,
            "<reason>Không đủ điều kiện.</reason><approvedBy>Giám đốc</approvedBy><refund>true</refund>")
        try site.drop("agencies/000.00.10.H34/1.xml", refusal)
        #expect(try site.once().map(\.state) == ["refused"])
        let orders = site.names("Outbox/refunds")
        #expect(orders.count == 1)
        let order = try Data(
            contentsOf: URL(fileURLWithPath: "\(site.path)/Outbox/refunds/\(try #require(orders.first))"))
        let schema = try XMLSchema(
            try #require(SampleSite.file("config/schemas/refund.xsd")), name: "refund.xsd")
        let document = try XMLDocument.parse(Array(order), limits: Limits())
        #expect(document.problems(against: schema, limits: Limits()).isEmpty)
        #expect(document.root.first("amount")?.text == "200000")
        #expect(letters(site, code).last == "agencyRefusal")
        let letter = site.names("Outbox/notices").first { $0.contains("agencyRefusal") }
        #expect(try letter.map { try site.read("Outbox/notices/\($0)") }?.contains("200.000") == true)
    }

    @Test("Those who take part hear that the agency that leads refused, and that one hears nothing of its own word")
    func Dieu8_1b_refusalIsTold() throws {
        let site = try TestSite()
        let code = try complete(site)
        try site.drop(
            "agencies/000.00.12.H34/x.xml",
            Forms.message(
                "refusal", "x-1", dossier: code,
                "<reason>Không đủ điều kiện.</reason><approvedBy>Giám đốc</approvedBy><refund>false</refund>"))
        #expect(try site.once().map(\.state) == ["refused"])
        #expect(site.names("Outbox/agencies/000.00.12.H34") == ["\(code).zip"])
        #expect(site.names("Outbox/agencies/000.00.31.H34") == ["\(code).2.zip", "\(code).zip"])
        let zip = try Data(
            contentsOf: URL(fileURLWithPath: "\(site.path)/Outbox/agencies/000.00.31.H34/\(code).2.zip"))
        // The manifest lies in it unpacked.
        #expect(String(decoding: zip, as: UTF8.self).contains("<dossier code=\"\(code)\" state=\"refused\"/>"))
    }

    @Test("A time of the sender's still to come is remarked on: of certified copies, a fee, a result handed over")
    func Dieu16_2_timesAhead() throws {
        let site = try TestSite()
        let code = try complete(site)
        func remarks() throws -> Int {
            var count = 0
            try LedgerReading(folder: Folder(path: "\(site.path)/State/ledger")).forEach {
                if $0.event == .remarked(.futureTime) { count += 1 }
            }
            return count
        }
        let ahead = "2027-11-23T09:00:00+07:00"
        try site.drop(
            "postal/1.xml",
            Forms.message(
                "postalCopy", "c-1", dossier: code,
                "<trackingNumber>RB1VN</trackingNumber><receivedAt>\(ahead)</receivedAt><attachments>"
                    + Forms.attachment("CCCD", "a.pdf", card, inline: true) + "</attachments>"))
        try site.once()
        #expect(try remarks() == 1)
        for (id, day) in [("c-2", "2027-11-23"), ("c-3", "2026-11-23")] {
            try site.drop(
                "postal/\(id).xml",
                Forms.message(
                    "postalCopy", id, dossier: code,
                    "<trackingNumber>RB1VN</trackingNumber><receivedAt>2026-11-23T09:00:00+07:00</receivedAt><attachments>"
                        + Forms.attachment(
                            "CCCD", "a.pdf", card, inline: true, more: " certifiedBy=\"UBND\" certifiedOn=\"\(day)\"")
                        + "</attachments>"))
            try site.once()
            #expect(try remarks() == 2, "\(day)")
        }
        try site.drop(
            "payments/2.xml",
            Forms.message(
                "payment", "p-1", dossier: code,
                "<amount>1000</amount><paidAt>\(ahead)</paidAt><channel>counter</channel><reference>GD1</reference>"))
        try site.once()
        #expect(try remarks() == 3)
        try site.drop("agencies/000.00.12.H34/3.xml", result("k-1", code))
        try site.once()
        #expect(try remarks() == 3)
        try site.drop(
            "agencies/000.00.12.H34/4.xml",
            Forms.message("collection", "h-1", dossier: code, "<collectedAt>\(ahead)</collectedAt>"))
        try site.once()
        #expect(try remarks() == 4)
    }

    @Test("The same message again changes nothing; another under its id is answered")
    func Dieu4_1_sameMessage() throws {
        let site = try TestSite()
        let code = try complete(site)
        let first = Forms.message("acknowledgement", "a-1", dossier: code, "")
        try site.drop("agencies/000.00.12.H34/1.xml", first)
        #expect(try site.once().map(\.state) == ["processing"])
        try site.drop("agencies/000.00.12.H34/2.xml", first)
        #expect(try site.once().map(\.state) == ["duplicate"])
        try site.drop("agencies/000.00.12.H34/3.xml", result("a-1", code))
        #expect(try site.once().map(\.reasons) == [["other-content"]])
    }

    @Test("What an agency calls its message is its own: nobody else's message of that id stands in its way")
    func Dieu4_1_idsOfOthers() throws {
        let site = try TestSite()
        let code = try complete(site)
        try site.drop("online/f.xml", Forms.message("feedback", "1", dossier: code, "<text>Rõ ràng.</text>"))
        #expect(try site.once().map(\.reasons) == [[]])
        try site.drop("agencies/000.00.31.H34/1.xml", Forms.message("acknowledgement", "1", dossier: code, ""))
        #expect(try site.once().first?.reasons == [])
        try site.drop("agencies/000.00.12.H34/1.xml", Forms.message("acknowledgement", "1", dossier: code, ""))
        #expect(try site.once().map(\.state) == ["processing"])
        try site.drop("agencies/000.00.12.H34/2.xml", Forms.message("acknowledgement", "1", dossier: code, ""))
        #expect(try site.once().map(\.state) == ["duplicate"])
        try site.drop("agencies/000.00.12.H34/3.xml", result("1", code))
        #expect(try site.once().map(\.reasons) == [["other-content"]])
    }

    @Test("A payment from an agency's folder, and an agency's word from another folder, are refused and reported")
    func OP11_Dieu8_1b_wrongFolder() throws {
        let site = try TestSite()
        let code = try complete(site)
        try site.drop("agencies/000.00.12.H34/1.xml", payment("m-1", code))
        #expect(try site.once().map(\.reasons) == [["wrong-folder"]])
        try site.drop("online/2.xml", result("k-1", code))
        #expect(try site.once().map(\.reasons) == [["wrong-folder"]])
        try site.drop("agencies/000.00.09.H34/3.xml", Forms.message("acknowledgement", "a-9", dossier: code, ""))
        #expect(try site.once().map(\.reasons) == [["other-agency"]])
        #expect(site.names("Outbox/incidents").count == 3)
        #expect(try site.list()[0][4] == "accepted")
    }

    @Test("Feedback goes into the register, with a dossier or without, and a yearly report under its agency")
    func Dieu9_4_registers() throws {
        let site = try TestSite()
        let code = try complete(site)
        try site.drop("online/f.xml", Forms.message("feedback", "f-1", dossier: code, "<text>Rõ ràng.</text>"))
        try site.drop(
            "online/g.xml",
            Array(
                "<feedback xmlns=\"urn:hoso:package:1\" id=\"f-2\" at=\"2026-11-23T09:00:00+07:00\"><text>Trang web chậm.</text></feedback>"
                    .utf8))
        try site.drop(
            "agencies/000.00.12.H34/y.xml",
            Array(
                """
                <yearlyReport xmlns="urn:hoso:package:1" id="y-1" at="2026-11-23T09:00:00+07:00"><year>2026</year>\
                <roadmap>Lộ trình <service procedure="1.004269" level="3" target="4" by="2027-06-30"/></roadmap></yearlyReport>
                """.utf8))
        #expect(try site.once().map(\.state).sorted() == ["accepted", "recorded", "recorded"])
        let day = "State/archive/2026/11/23"
        #expect(site.names("\(day)/feedback").count == 2)
        #expect(site.names("\(day)/yearly-reports").count == 1)
        #expect(site.names("State/working").isEmpty)
    }

    @Test("A ministry's own procedure is handed on at once, with a letter, and has no due date")
    func Dieu2_2_forwarded() throws {
        let site = try TestSite()
        let form = Forms.submission(
            "c-1", procedure: "1.004222", level: 4, form: "CT01", attachments: [Forms.attachment("CHO", "c.pdf", card)])
        try site.drop("online/c.zip", Forms.zip([("hoso.xml", form), ("c.pdf", card)]))
        #expect(try site.once().map(\.state) == ["accepted"])
        let code = try site.list()[0][0]
        #expect(try site.list()[0][5] == "-")
        #expect(site.names("Outbox/agencies/000.00.18.H34") == ["\(code).zip"])
        #expect(letters(site, code) == ["forwarded"])
        let view = try SiteView(site: site.path, now: site.now)
        let known = try #require(DossierCode(code))
        for (words, says) in [(DerivationText.english, "Điều 2.2"), (.vietnamese, "Điều 2 khoản 2")] {
            let text = try #require(try view.explanation(of: known, in: words))
            #expect(text.contains(says) && !text.contains("14"), "\(text)")
        }
    }
}
