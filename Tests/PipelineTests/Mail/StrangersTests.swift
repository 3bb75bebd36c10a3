import Dossiers
import Pipeline
import Testing

@Suite("Letters to those who have no part in a dossier")
struct StrangersTests {
    private let code = "000.00.12.H34-261123-0001"
    private let procedure = "Cung cấp dữ liệu đất đai"

    private func site() throws -> TestSite {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        return site
    }

    @Test(
        "Feedback on a dossier is confirmed with its code, and with its procedure to its own account alone",
        arguments: ["0900000001", "0900000002"])
    func Dieu13_5_feedback(account: String) throws {
        let site = try site()
        try site.drop(
            "online/f.xml",
            Forms.message(
                "feedback", "f-1", dossier: code, account: account,
                "<procedure>1.004269</procedure><text>Rõ ràng.</text>"))
        try site.once()
        let letter = try site.letter("feedback")
        #expect(letter.contains(code))
        #expect(letter.contains(procedure) == (account == "0900000001"))
    }

    @Test("An agency that never had a dossier is answered with the code that it gave, and no more")
    func Dieu13_5_agency() throws {
        let site = try site()
        try site.drop("agencies/000.00.13.H34/a.xml", Forms.message("acknowledgement", "a-1", dossier: code, ""))
        #expect(try site.once().map(\.reasons) == [["other-agency"]])
        let answer = try site.letter("agencyAnswer")
        #expect(answer.contains("Mã hồ sơ: \(code)") && !answer.contains(procedure))
        #expect(answer.contains("Nếu mã hồ sơ ghi sai thì gửi thông điệp mới với mã đúng"))
    }

    @Test("An agency that sent the wrong result is told how it is put right, and not to send it again")
    func Dieu15_1_wrongResult() throws {
        let site = try site()
        for id in ["k-1", "k-2"] {
            try site.drop(
                "agencies/000.00.12.H34/\(id).xml",
                Forms.message(
                    "result", id, dossier: code,
                    "<approvedBy>Giám đốc</approvedBy><attachments>"
                        + Forms.attachment("KQ", "kq.pdf", Forms.pdf(id), inline: true) + "</attachments>"))
            try site.once()
        }
        let answer = try site.letter("agencyAnswer")
        #expect(answer.contains("Nếu kết quả đã gửi bị sai") && answer.contains("Không phải gửi lại"))
        let told = try site.names("Outbox/incidents").map {
            TestSite.shown(try site.read("Outbox/incidents/\($0)"))
        }
        #expect(told.contains { $0.contains("gõ hoso hold để không trả nhầm") })
    }
}
