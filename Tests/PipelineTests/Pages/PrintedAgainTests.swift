import Bytes
import Dossiers
import Foundation
import Pipeline
import Publications
import Testing

@Suite("Papers printed again, and apologies drafted in time")
struct PrintedAgainTests {
    private let code = "000.00.12.H34-261123-0001"

    /// One dossier of level 3, complete on Monday 23/11/2026 at 14:00, due on Thursday 26/11 at 14:00.
    private func site() throws -> TestSite {
        let site = try TestSite()
        let card = Forms.pdf("card")
        let deed = Forms.pdf("deed")
        let form = Forms.submission(
            "s-1",
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        try site.drop("online/s-1.zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
        try site.once()
        return site
    }

    private func tell(_ site: TestSite, _ root: String, _ id: String, _ fields: String) throws {
        try site.drop("agencies/000.00.12.H34/\(id).xml", Forms.message(root, id, dossier: code, fields))
        try site.once()
    }

    private func nightly(_ site: TestSite, _ now: String) throws {
        let text = now + "+07:00"
        let moment = try #require(Moment(text))
        try Office(site: site.path, now: moment, mode: .once) { _ in }.nightly(nil)
    }

    private func letters(_ site: TestSite, _ kind: String) -> [String] {
        site.names("Outbox/notices").filter { $0.contains("-\(kind)-") }
    }

    /// The HTML part of a letter, its quoted-printable text read back.
    private func page(_ site: TestSite, _ name: String) throws -> String {
        let text = try site.read("Outbox/notices/\(name)")
        let part = try #require(text.components(separatedBy: "text/html").last)
        let lines = part.components(separatedBy: "\r\n")
        let start = try #require(lines.firstIndex(of: "")) + 1
        let end = try #require(lines.lastIndex { $0.hasPrefix("--=_hoso") })
        let body = lines[start..<end].map { $0.hasSuffix("=") ? String($0.dropLast()) : $0 + "\n" }.joined()
        var bytes: [UInt8] = []
        var rest = Array(body.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            bytes.append(try #require(UInt8(digits, radix: 16)))
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("Every letter that went out can be printed again from the ledger, the same to the byte")
    func everyLetter() throws {
        let site = try site()
        try tell(
            site, "supplementRequest", "r-1",
            "<reason>Bản đồ mờ</reason><component>GCN</component><approvedBy>Lê Văn Duyệt</approvedBy>")
        try site.drop(
            "online/b.xml",
            Forms.message(
                "supplement", "b-1", dossier: code, account: "0900000001",
                "<attachments>\(Forms.attachment("GCN", "moi.pdf", Forms.pdf("new"), inline: true))</attachments>"))
        try site.once()
        try tell(
            site, "refusal", "r-2",
            "<reason>Thửa đất đang tranh chấp</reason><approvedBy>Lê Văn Duyệt</approvedBy><refund>false</refund>")
        let view = try SiteView(site: site.path, now: site.now)
        let dossier = try #require(DossierCode(code))
        let kinds = try view.letters(of: dossier)
        #expect(kinds == [.receipt, .supplement, .resumed, .agencyRefusal])
        for kind in kinds {
            let printed = try #require(try view.paper(.letter(kind), of: dossier))
            let name = try #require(letters(site, kind.rawValue).last)
            let sent = try page(site, name)
            #expect(
                sent.trimmingCharacters(in: .newlines)
                    == String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .newlines))
        }
        #expect(try view.paper(.letter(.result), of: dossier) == nil)
        let control = try #require(try view.paper(.control, of: dossier))
        #expect(control == (try view.paper(.control, of: dossier)))
        let register = try view.registerSheet(from: dossier.day, to: dossier.day, agency: nil)
        #expect(String(decoding: register, as: UTF8.self).contains("<td>\(code)</td>"))
        let others = try view.registerSheet(from: dossier.day, to: dossier.day, agency: AgencyCode("000.00.10.H34"))
        #expect(!String(decoding: others, as: UTF8.self).contains(code))
    }

    @Test("An apology is drafted on the working day before the appointment, once, and goes to the agency alone")
    func draft() throws {
        let site = try site()
        // On Wednesday the appointment is a working day ahead; on Tuesday, a holiday, Wednesday still lies between.
        try nightly(site, "2026-11-24T01:00:00")
        #expect(letters(site, "apologyDraft").isEmpty)
        try nightly(site, "2026-11-25T01:00:00")
        let drafts = letters(site, "apologyDraft")
        #expect(drafts.count == 1)
        let text = try site.read("Outbox/notices/\(drafts[0])")
        #expect(text.contains("<stnmt@kontum.gov.vn>"))
        let draft = try page(site, drafts[0])
        #expect(draft.contains("14 giờ 00 phút, ngày 30 tháng 11 năm 2026"))
        #expect(draft.contains("Hồ sơ cần ý kiến của cơ quan phối hợp"))
        #expect(letters(site, "apology").isEmpty, "nothing goes to the citizen before a leader approves")
        try nightly(site, "2026-11-26T01:00:00")
        #expect(letters(site, "apologyDraft").count == 1)
    }

    @Test("The leader's word sends the apology with the new date; a second appointment is refused")
    func approval() throws {
        let site = try site()
        try nightly(site, "2026-11-25T01:00:00")
        try tell(site, "approval", "a-1", "<approvedBy>Lê Văn Duyệt</approvedBy>")
        let apology = try #require(letters(site, "apology").first)
        let text = try page(site, apology)
        #expect(text.contains("Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"))
        #expect(text.contains("Người duyệt: Lê Văn Duyệt"))
        #expect(try site.list().first?[5] == "2026-11-30T14:00:00+07:00")
        try tell(site, "approval", "a-2", "<approvedBy>Lê Văn Duyệt</approvedBy>")
        #expect(letters(site, "apology").count == 1)
        #expect(letters(site, "agencyAnswer").count == 1)
    }

    @Test("No apology is drafted for a dossier that has its result, or that waits for the citizen")
    func noDraft() throws {
        let done = try site()
        try tell(
            done, "result", "r-1",
            "<approvedBy>Giám đốc</approvedBy><attachments>\(Forms.attachment("KQ", "kq.pdf", Forms.pdf("result"), inline: true))</attachments>"
        )
        try nightly(done, "2026-11-25T01:00:00")
        #expect(letters(done, "apologyDraft").isEmpty)
        let waiting = try site()
        try tell(
            waiting, "supplementRequest", "r-1", "<reason>Bản đồ mờ</reason><approvedBy>Lê Văn Duyệt</approvedBy>")
        try nightly(waiting, "2026-11-27T01:00:00")
        #expect(letters(waiting, "apologyDraft").isEmpty)
    }
}
