import Dossiers
import Testing

@Suite("Điều 8.2c: money that came and did not count")
struct RefundTests {
    private let basis = "Luật Phí và lệ phí"
    private let paid = Samples.procedure(fee: .init(amount: 200_000, due: .submission))

    @Test("A payment that did not count goes back by its reference, in parts or whole, and never more than it")
    func Dieu8_2c_uncounted() throws {
        var life = try Life.complete(procedure: paid)
        #expect(try life.payment(50_000, reference: "N1") == .wrongAmount)
        #expect(try !life.order(.refund, amount: 50_000, basis: basis), "nothing counted")
        #expect(try !life.order(.refund, amount: 50_001, reference: "N1", basis: basis))
        #expect(try !life.order(.refund, amount: 50_000, reference: "N9", basis: basis))
        #expect(try !life.order(.refund, amount: 50_000, reference: "N1", basis: " "))
        #expect(try life.order(.refund, amount: 20_000, reference: "N1", basis: basis))
        #expect(try !life.order(.refund, amount: 20_000, reference: "N1", basis: basis), "the same command twice")
        #expect(try !life.order(.refund, amount: 30_001, reference: "N1", basis: basis))
        #expect(try life.order(.refund, amount: 30_000, reference: "N1", basis: basis))
        #expect(try !life.order(.refund, amount: 1, reference: "N1", basis: basis, reason: "lần nữa"))
        #expect(life.dossier.refunds.map(\.references) == [["N1"], ["N1"]])
        #expect(life.dossier.refunded == 0 && life.dossier.state == .awaitingPayment)
    }

    @Test("What was paid twice goes back apart from the fee, which a refusal gives back whole")
    func Dieu8_2c_paidTwice() throws {
        var life = try Life.complete(procedure: paid)
        try life.payment(reference: "N2")
        #expect(try life.payment(reference: "N3") == .paidAlready)
        #expect(try !life.order(.refund, amount: 1, reference: "N2", basis: basis), "it counted")
        #expect(try life.order(.refund, amount: 200_000, reference: "N3", basis: basis))
        #expect(life.dossier.refundable == 200_000)
        try life.comes(.refusal(reasons: ["Không đủ điều kiện."], approvedBy: "Bình", refund: true))
        #expect(life.dossier.refunds.map(\.references) == [["N3"], ["N2"]])
        #expect(life.dossier.refunds.map(\.amount) == [200_000, 200_000])
        #expect(try life.payment(reference: "N4") == .closed)
        #expect(try life.order(.refund, amount: 200_000, reference: "N4", basis: basis))
    }

    @Test("Money goes back from the agency whose account it went to, whoever leads since; else from the one that leads")
    func Dieu8_2c_whoseAccount() throws {
        let other = Samples.code("000.00.31.H34")
        var life = try Life.complete(procedure: paid)
        try life.payment(reference: "N2")
        try life.payment(reference: "N3", payee: "3712.0.1056789")
        #expect(try life.order(.reroute, to: other))
        try life.payment(reference: "N4", payee: "9999")
        try life.payment(reference: "N5")
        for reference in ["N3", "N4", "N5"] {
            #expect(try life.order(.refund, amount: 200_000, reference: reference, basis: basis))
        }
        #expect(try life.order(.refund, amount: 1, basis: basis))
        #expect(
            life.dossier.refunds.map { life.dossier.agency(givingBack: $0) }
                == [Samples.agency, other, other, Samples.agency])
    }

    @Test("The same order gives no money twice, though another message told of the same payment meanwhile")
    func Dieu8_2c_givenTwice() throws {
        var life = try Life.complete(procedure: paid)
        #expect(try life.payment(50_000, reference: "N1") == .wrongAmount)
        #expect(try life.order(.refund, amount: 20_000, reference: "N1", basis: basis))
        #expect(try life.payment(60_000, reference: "N1") == .refundedAlready)
        #expect(life.dossier.uncounted.map(\.amount) == [60_000])
        #expect(try !life.order(.refund, amount: 20_000, reference: "N1", basis: basis))
        #expect(try life.order(.refund, amount: 20_000, reference: "N1", basis: basis, reason: "phần còn lại"))
    }

    @Test("A reference is one payment: told again it is no more money, and what went back counts no more")
    func Dieu8_2c_oneReference() throws {
        var life = try Life.complete(procedure: paid)
        #expect(try life.payment(50_000, reference: "N1") == .wrongAmount)
        #expect(try life.payment(60_000, reference: "N1") == .wrongAmount)
        #expect(life.dossier.uncounted.map(\.amount) == [60_000])
        #expect(try life.order(.refund, amount: 10_000, reference: "N1", basis: basis))
        #expect(try life.payment(200_000, reference: "N1") == .refundedAlready)
        #expect(try life.payment(200_000, reference: "N2") == nil)
        #expect(try life.payment(200_000, reference: "N2") == .paidAlready)
        #expect(try !life.order(.refund, amount: 200_000, reference: "N2", basis: basis))
        #expect(life.dossier.uncounted.map(\.reference) == ["N1"])
    }
}
