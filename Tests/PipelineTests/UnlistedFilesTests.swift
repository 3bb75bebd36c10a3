import Testing

@testable import Pipeline

@Suite("Files that a later message does not name")
struct UnlistedFilesTests {
    private let card = Forms.pdf("căn cước")
    private let deed = Forms.pdf("giấy chứng nhận")
    private let other = Forms.pdf("khác")

    /// A site with one dossier, which waits for its deed unless it is whole, and the dossier's code.
    private func begun(isWhole: Bool) throws -> (site: TestSite, code: String) {
        let site = try TestSite()
        let form = Forms.submission(
            "s-1",
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card)]
                + (isWhole ? [Forms.attachment("GCN", "gcn.pdf", deed)] : []))
        try site.drop(
            "online/s.zip",
            Forms.zip([("hoso.xml", form), ("cccd.pdf", card)] + (isWhole ? [("gcn.pdf", deed)] : [])))
        try site.once()
        return (site, try #require(try site.list().first?.first))
    }

    private func package(
        _ root: String, _ id: String, _ code: String, _ fields: String, named: [String],
        and others: [String] = ["them.pdf"]
    ) throws -> [UInt8] {
        let attachments = named.map { Forms.attachment($0, "\($0).pdf", deed) }.joined()
        let form = Forms.message(
            root, id, dossier: code, account: root == "supplement" ? "0900000001" : nil,
            fields + "<attachments>\(attachments)</attachments>")
        return try Forms.zip([("hoso.xml", form)] + others.map { ($0, other) } + named.map { ("\($0).pdf", deed) })
    }

    @Test("A supplement that brings one is answered with what is wrong, and the next one without it makes it good")
    func Dieu7_1a_supplement() throws {
        let (site, code) = try begun(isWhole: false)
        try site.drop("online/u1.zip", package("supplement", "u-1", code, "", named: ["GCN"]))
        try site.once()
        #expect(try site.list().map { [$0[4], $0[6]] } == [["awaitingSupplement", "unlisted-file"]])
        try site.drop("online/u2.zip", package("supplement", "u-2", code, "", named: ["GCN"], and: []))
        try site.once()
        #expect(try site.list().map { $0[4] } == ["accepted"])
    }

    @Test("A result that brings one takes no effect, and the agency is told which file it is")
    func Dieu7_1a_result() throws {
        let (site, code) = try begun(isWhole: true)
        let approved = "<approvedBy>Giám đốc</approvedBy>"
        try site.drop("agencies/000.00.12.H34/k.zip", package("result", "k-1", code, approved, named: ["KQ"]))
        #expect(try site.once().map(\.reasons) == [["unlisted-file"]])
        #expect(try site.list().map { $0[4] } == ["accepted"])
        #expect(site.names("Outbox/notices").contains { $0.contains("-agencyAnswer-") })
    }

    @Test("A postal copy that brings one counts, and staff are told")
    func Dieu7_1a_postalCopy() throws {
        let (site, code) = try begun(isWhole: true)
        let fields = "<trackingNumber>RB1VN</trackingNumber><receivedAt>2026-11-23T09:00:00+07:00</receivedAt>"
        let before = site.names("Outbox/incidents").count
        try site.drop("postal/p.zip", package("postalCopy", "p-1", code, fields, named: ["GCN"]))
        try site.once()
        #expect(site.names("Outbox/incidents").count == before + 1)
    }
}
