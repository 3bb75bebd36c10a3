import Bytes
import Documents
import Dossiers
import Foundation
import Pipeline
import Settings
import Testing

@Suite("Money that did not count, on its way back")
struct MoneyBackTests {
    private let code = "000.00.12.H34-261123-0001"

    /// A site with a complete dossier of a procedure without a fee, for which money came.
    private func site(_ amount: Int, reference: String) throws -> TestSite {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        try drop(amount, reference: reference, into: site)
        #expect(try site.once().map(\.reasons) == [["no-fee-due"]])
        return site
    }

    private func drop(_ amount: Int, reference: String, into site: TestSite, id: String = "m-1") throws {
        try site.drop(
            "payments/\(id).xml",
            Forms.message(
                "payment", id, dossier: code,
                "<amount>\(amount)</amount><paidAt>2026-11-23T09:30:00+07:00</paidAt><channel>post</channel>"
                    + "<reference>\(reference)</reference>"))
    }

    private func refund(_ amount: Int, reference: String?, at site: TestSite) throws -> Order.Answer {
        var order = Order(.refund, dossier: DossierCode(code), reason: "nộp nhầm", by: "lan")
        order.giveBack(amount, of: reference, basis: "Luật Phí và lệ phí")
        return try #require(
            try OrderDesk.give(order, site: site.path, now: site.now, patience: 1) { _ in })
    }

    /// The only letter of a kind, with its lines joined again.
    private func letter(_ site: TestSite, _ folder: String, _ kind: String) throws -> String {
        let names = site.names("Outbox/\(folder)").filter { $0.contains("-\(kind)-") }
        #expect(names.count == 1)
        return try site.read("Outbox/\(folder)/\(try #require(names.first))").replacing("=\r\n", with: "")
    }

    @Test("Staff are told the very command that gives it back; its order names that payment, and the citizen is told")
    func Dieu8_2c_uncounted() throws {
        let site = try site(70_000, reference: "N7")
        let told = try letter(site, "incidents", "incident")
        #expect(told.contains("hoso refund \(code) --reference N7 --amount 70000 --basis LAW --reason TEXT"))
        #expect(try !refund(70_000, reference: nil, at: site).isDone)
        let answer = try refund(70_000, reference: "N7", at: site)
        let orders = site.names("Outbox/refunds")
        #expect(orders.count == 1)
        #expect(
            answer.text
                == "\(code) is accepted as before; 70000 VND are ordered back by Outbox/refunds/\(orders.first ?? "-")")
        let order = try site.read("Outbox/refunds/\(try #require(orders.first))")
        let schema = try XMLSchema(
            try #require(SampleSite.file("config/schemas/refund.xsd")), name: "refund.xsd")
        let document = try XMLDocument.parse(Array(order.utf8), limits: Limits())
        #expect(document.problems(against: schema, limits: Limits()).isEmpty)
        #expect(document.root.children("payment").map { $0.attribute("reference") } == ["N7"])
        #expect(try letter(site, "notices", "refund").contains("70.000"))
        #expect(try !site.read("Outbox/portal/\(code).status.xml").contains("hoanTra"), "no fee of it went back")
        try drop(70_000, reference: "N7", into: site, id: "m-2")
        #expect(try site.once().map(\.reasons) == [["refunded-already"]])
        let letters = try site.names("Outbox/incidents").map {
            try site.read("Outbox/incidents/\($0)").replacing("=\r\n", with: "")
        }
        #expect(letters.contains { $0.contains("m-2") && $0.contains("nothing is left to be done") })
    }

    @Test(
        "A reference that a shell would read otherwise, or that may say who paid, stands in no command",
        arguments: ["$(rm -rf /) NGUYEN VAN A", "0912345678", "062-090-001234"])
    func OP4_reference(reference: String) throws {
        let site = try site(70_000, reference: reference)
        let told = try letter(site, "incidents", "incident")
        #expect(!told.contains(reference) && !told.contains("rm -rf") && !told.contains("NGUYEN"))
        #expect(told.contains("--reference 'REF' --amount 70000") && told.contains("hoso show \(code) names REF."))
        #expect(try refund(70_000, reference: reference, at: site).isDone)
    }

    @Test("Who paid is told that a payment may have gone back in part only, and that staff look at the rest")
    func Dieu8_2c_inPart() throws {
        let site = try site(70_000, reference: "N7")
        #expect(try refund(20_000, reference: "N7", at: site).isDone)
        try drop(70_000, reference: "N7", into: site, id: "m-2")
        #expect(try site.once().map(\.reasons) == [["refunded-already"]])
        let letters = try site.names("Outbox/notices").map {
            try site.read("Outbox/notices/\($0)").replacing("=\r\n", with: "")
        }
        let words = "hoàn trả toàn bộ hoặc một phần".utf8.map {
            $0 < 128 ? String(UnicodeScalar($0)) : "=" + String($0, radix: 16, uppercase: true)
        }
        #expect(letters.contains { $0.contains(words.joined()) })
    }

    @Test("A hoso of before, which reads no reference, is given a verb that it refuses")
    func Dieu8_2c_olderProgram() throws {
        /// What it read of an order.
        struct Older: Decodable {
            enum Verb: String, Decodable { case hold, release, resend, reroute, refund, retry }
            let verb: Verb
            let amount: Int?
        }
        var order = Order(.refund, dossier: DossierCode(code), reason: "nộp nhầm", by: "lan")
        order.giveBack(70_000, of: "N7", basis: "Luật Phí và lệ phí")
        let left = try JSONEncoder().encode(order)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Older.self, from: left) }
        #expect(try JSONDecoder().decode(Order.self, from: left) == order)
        order.giveBack(70_000, basis: "Luật Phí và lệ phí")
        #expect(try JSONDecoder().decode(Older.self, from: JSONEncoder().encode(order)).verb == .refund)
    }

    @Test("An order to give back a payment that names none gives back nothing")
    func Dieu8_2c_noReference() throws {
        let site = try site(70_000, reference: "N7")
        let answer = try #require(
            try OrderDesk.give(
                Order(.refundPayment, dossier: DossierCode(code), reason: "nộp nhầm", by: "lan"), site: site.path,
                now: site.now, patience: 1
            ) { _ in })
        #expect(!answer.isDone && answer.text.contains("the reference of the payment"))
        #expect(site.names("Outbox/refunds").isEmpty)
    }

    @Test("What a ledger of before says of rejections and of money back is read")
    func oldLedger() throws {
        let rejection = try JSONDecoder().decode(
            Rejection.self,
            from: Data(#"{"message":"m-1","kind":"payment","channel":"payments","reason":"no-fee-due"}"#.utf8))
        #expect(rejection.payment == nil && rejection.reason == RejectionReason.noFeeDue.rawValue)
        let order = try JSONDecoder().decode(
            RefundOrder.self, from: Data(#"{"amount":1,"references":["N1"],"reason":"x","basis":"y"}"#.utf8))
        #expect(order.payment == nil)
        let payment = try JSONDecoder().decode(
            PaymentReceipt.self,
            from: Data(
                #"{"message":"m-1","amount":1,"paidAt":"2026-11-23T09:30:00+07:00","channel":"post","reference":"N1"}"#
                    .utf8))
        #expect(payment.agency == nil)
        let digest = String(repeating: "0", count: 64)
        let letter = try JSONDecoder().decode(
            Output.self,
            from: Data(#"{"kind":"notice","path":"notices/a.eml","size":1,"sha256":"\#(digest)"}"#.utf8))
        #expect(letter.account == nil)
    }
}
