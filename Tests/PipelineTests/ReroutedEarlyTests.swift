import Bytes
import Dossiers
import Foundation
import Pipeline
import Publications
import Testing

/// What a citizen hears of a reroute that comes before his receipt: the letter that asks for something names an agency.
@Suite("A reroute before the receipt, through the folders")
struct ReroutedEarlyTests {
    private let code = "000.00.10.H34-261123-0001"

    /// One of level 4 that waits for copies by post and for its fee, at a site whose agencies have accounts.
    private func site() throws -> TestSite {
        let site = try TestSite()
        var agencies = try site.read("config/agencies.xml")
        for (agency, account) in [("000.00.10.H34", "1010"), ("000.00.31.H34", "3131"), ("000.00.12.H34", "1212")] {
            agencies = agencies.replacing(
                "code=\"\(agency)\"", with: "code=\"\(agency)\" account=\"\(account)\" address=\"\(account) Lê Lợi\"")
        }
        try Data(agencies.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/agencies.xml"))
        let (card, deed) = (Forms.pdf("card"), Forms.pdf("deed"))
        let form = Forms.submission(
            "p-1", procedure: "2.000488", level: 4, form: "TK",
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("SHK", "shk.pdf", deed)])
        try site.drop("online/p.zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("shk.pdf", deed)]))
        #expect(try site.once().map(\.state) == ["awaitingPostalCopy"])
        return site
    }

    private func give(_ verb: Order.Verb, to: String? = nil, at site: TestSite) throws {
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        let order = Order(
            verb, dossier: DossierCode(code), to: to.flatMap(AgencyCode.init), reason: "thẩm quyền", by: "hoa")
        #expect(try office.carryOut(order).isDone)
    }

    private func copies(_ site: TestSite) throws {
        let certified = " certifiedBy=\"UBND phường\" certifiedOn=\"2026-11-22\""
        try site.drop(
            "postal/copy.xml",
            Forms.message(
                "postalCopy", "pc-1", dossier: code,
                "<trackingNumber>RB1VN</trackingNumber><receivedAt>2026-11-23T09:00:00+07:00</receivedAt><attachments>"
                    + Forms.attachment("CCCD", "a.pdf", Forms.pdf("1"), inline: true, more: certified)
                    + Forms.attachment("SHK", "b.pdf", Forms.pdf("2"), inline: true, more: certified) + "</attachments>"
            ))
        try site.once()
    }

    private func pay(_ site: TestSite, _ how: String) throws {
        try site.drop(
            "payments/p.xml",
            Forms.message(
                "payment", "m-1", dossier: code,
                "<amount>200000</amount><paidAt>2026-11-23T09:30:00+07:00</paidAt>" + how))
    }

    private func count(_ site: TestSite, _ kind: String, in folder: String = "notices") -> Int {
        site.names("Outbox/\(folder)").count { $0.contains("-\(kind)-") }
    }

    private func page(_ site: TestSite, _ kind: NoticeKind) throws -> String {
        let view = try SiteView(site: site.path, now: site.now)
        let dossier = try #require(DossierCode(code))
        return String(decoding: try #require(try view.paper(.letter(kind), of: dossier)), as: UTF8.self)
    }

    @Test("The letter that asks for copies, and the one that asks for money, go anew with the new place and account")
    func Dieu8_1b_toldAnew() throws {
        let site = try site()
        #expect(try !page(site, .postal).contains("đã được chuyển đến"))
        try give(.reroute, to: "000.00.31.H34", at: site)
        #expect(count(site, "postal") == 2 && count(site, "rerouted") == 0)
        let postal = try page(site, .postal)
        #expect(postal.contains("Ủy ban nhân dân thành phố Kon Tum, địa chỉ 3131 Lê Lợi:"))
        #expect(postal.contains("đã được chuyển đến cơ quan có thẩm quyền") && postal.contains("không phải nộp lại"))

        try copies(site)
        #expect(try page(site, .payment).contains("<strong>3131</strong>"))
        try give(.reroute, to: "000.00.12.H34", at: site)
        #expect(count(site, "payment") == 2)
        #expect(try page(site, .payment).contains("<strong>1212</strong>"))

        try pay(site, "<channel>bank</channel><reference>GD1</reference><payee>3131</payee>")
        #expect(try site.once().map(\.state) == ["accepted"])
        #expect(count(site, "incident", in: "incidents") == 1, "staff hear of the account")
        #expect(count(site, "answer") == 0 && count(site, "receipt") == 1)
    }

    @Test("Who pays to the account of his letter has paid, whatever became of it since, and gets it back from there")
    func Dieu8_2c_backFromWhereItWent() throws {
        let site = try site()
        try copies(site)
        try give(.reroute, to: "000.00.31.H34", at: site)
        let agencies = try site.read("config/agencies.xml").replacing("account=\"1010\"", with: "account=\"2020\"")
        try Data(agencies.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/agencies.xml"))
        try pay(site, "<channel>bank</channel><reference>GD1</reference><payee>1010</payee>")
        #expect(try site.once().map(\.state) == ["accepted"])
        #expect(count(site, "incident", in: "incidents") == 1)
        let view = try SiteView(site: site.path, now: site.now)
        #expect(
            try view.page(of: try #require(DossierCode(code)))?.contains("bank, GD1; 000.00.10.H34 has it\n") == true)
        try site.drop(
            "agencies/000.00.31.H34/r.xml",
            Forms.message(
                "refusal", "r-1", dossier: code,
                "<reason>Không đủ điều kiện</reason><approvedBy>Bình</approvedBy><refund>true</refund>"))
        #expect(try site.once().map(\.state) == ["refused"])
        let order = try site.read("Outbox/refunds/\(try #require(site.names("Outbox/refunds").first))")
        #expect(order.contains("<agency name=\"Sở Tư pháp\">000.00.10.H34</agency>"))
        let letter = try site.letter("agencyRefusal")
        #expect(letter.contains("Lệnh hoàn trả được lập cho Sở Tư pháp;"))
        #expect(letter.contains("Qua xem xét, Ủy ban nhân dân thành phố Kon Tum thông báo dừng giải quyết"))
    }

    @Test("What an officer holds asks for nothing anew before it is released")
    func Dieu8_1b_heldMeanwhile() throws {
        let site = try site()
        try copies(site)
        try give(.hold, at: site)
        try give(.reroute, to: "000.00.31.H34", at: site)
        #expect(count(site, "payment") == 1)
        try give(.release, at: site)
        #expect(count(site, "payment") == 2)
        #expect(try page(site, .payment).contains("<strong>3131</strong>"))
    }

    @Test("What was asked for meanwhile with the new agency is not asked for once more with the release")
    func Dieu8_1b_askedMeanwhile() throws {
        let site = try site()
        try give(.hold, at: site)
        try give(.reroute, to: "000.00.31.H34", at: site)
        try copies(site)
        #expect(count(site, "payment") == 1)
        #expect(try page(site, .payment).contains("<strong>3131</strong>"))
        try give(.release, at: site)
        #expect(count(site, "payment") == 1)
    }

    @Test("A hold under which nothing moved, or there and back, asks for nothing anew with its release")
    func Dieu8_1b_nothingMoved() throws {
        let site = try site()
        try give(.reroute, to: "000.00.31.H34", at: site)
        #expect(count(site, "postal") == 2)
        try give(.hold, at: site)
        try give(.release, at: site)
        #expect(count(site, "postal") == 2)
        try give(.hold, at: site)
        for agency in ["000.00.12.H34", "000.00.31.H34"] { try give(.reroute, to: agency, at: site) }
        try give(.release, at: site)
        #expect(count(site, "postal") == 2)
    }

    @Test("Of a dossier that an officer holds and that has all that was asked for, nobody is asked anew")
    func Dieu8_1b_nothingAsked() throws {
        let site = try site()
        try give(.hold, at: site)
        try copies(site)
        try pay(site, "<channel>online</channel><reference>GD1</reference>")
        try site.once()
        let paid = try page(site, .paid)
        #expect(paid.contains("Hồ sơ đang được cán bộ xem xét") && !paid.contains("đang chờ Ông/Bà"))
        #expect(count(site, "held") == 0, "the letter about what came says it")
        let status = try site.read("Outbox/portal/\(code).status.xml")
        #expect(status.contains(">1</TrangThaiHoSo>") && status.contains(">held</state>"))
        try give(.reroute, to: "000.00.31.H34", at: site)
        #expect(count(site, "postal") == 1 && count(site, "payment") <= 1 && count(site, "rerouted") == 0)
        try give(.release, at: site)
        #expect(count(site, "receipt") == 1)
    }
}
