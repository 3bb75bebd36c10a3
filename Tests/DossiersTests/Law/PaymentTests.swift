import Dossiers
import Testing

@Suite("Điều 7: money by its routes")
struct PaymentTests {
    private let atSubmission = Samples.procedure(fee: .init(amount: 200_000, due: .submission))
    private let withResult = Samples.procedure(fee: .init(amount: 200_000, due: .result))

    @Test("At level 4 a fee comes online, by post or by bank", arguments: ["online", "post", "bank"])
    func Dieu7_2b_routes(channel: String) throws {
        var life = try Life.complete(procedure: atSubmission)
        #expect(life.dossier.state == .awaitingPayment)
        #expect(try life.payment(channel: channel) == nil)
        #expect(life.dossier.state == .accepted)
        #expect(life.dossier.isPaid)
    }

    @Test(
        "By bank it counts only to the agency's published account",
        arguments: [
            ("3712.0.1056789", true), ("371201056789", true), ("9999", false),
        ])
    func Dieu7_2b_payee(payee: String, counts: Bool) throws {
        var life = try Life.complete(procedure: atSubmission)
        #expect(try life.payment(channel: "bank", payee: payee) == (counts ? nil : .wrongPayee))
        #expect(life.dossier.isPaid == counts)
    }

    @Test("The account that an earlier letter named counts after a reroute too, and staff hear of it; no other's does")
    func Dieu8_1b_formerAccount() throws {
        var life = try Life.complete(procedure: atSubmission)
        let former = life.agency
        #expect(try life.order(.reroute, to: Samples.coAgency))
        #expect(life.dossier.formerAgencies == [former.code])
        life.agency = Agency(code: Samples.coAgency, name: "UBND thành phố", email: "a@b.vn")
        life.agency.account = "3131"
        var other = life
        #expect(try other.payment(channel: "bank", payee: "3712.0.1056789") == .wrongPayee)
        life.formerAgencies = [former]
        #expect(try life.payment(channel: "bank", reference: "GD0", payee: "9999") == .wrongPayee)
        #expect(life.detail == "3131")
        #expect(try life.payment(channel: "bank", payee: "3712.0.1056789") == nil)
        #expect(life.dossier.state == .accepted)
        #expect(life.last.contains(.remarked(.paidToFormerAgency)))
    }

    /// A letter that gives an account for the fee goes out.
    private func letter(giving account: String?, to life: inout Life) {
        var output = Output(kind: .notice, path: "notices/x.eml", size: 1, sha256: Samples.digest(1))
        output.account = account
        life.apply([.published(output)])
    }

    @Test(
        "What a letter named counts for good: of an agency that is gone, or that published another account since; staff hear"
    )
    func Dieu7_2b_namedAccount() throws {
        var life = try Life.complete(procedure: atSubmission)
        letter(giving: "3712.0.1056789", to: &life)
        letter(giving: "3712.0.1056789", to: &life)
        letter(giving: nil, to: &life)
        #expect(life.dossier.namedAccounts.count == 1)
        life.agency.account = "5555"
        var renumbered = life
        #expect(try renumbered.payment(channel: "bank", reference: "GD0", payee: "9999") == .wrongPayee)
        #expect(renumbered.detail == "5555" && renumbered.dossier.uncounted.map(\.agency) == [nil])
        #expect(try renumbered.payment(channel: "bank", payee: "371201056789") == nil)
        #expect(renumbered.last.contains(.remarked(.paidToFormerAccount)))
        #expect(renumbered.dossier.payments.map(\.agency) == [Samples.agency])
        var asToday = life
        #expect(try asToday.payment(channel: "bank", payee: "5555") == nil)
        #expect(asToday.last.allSatisfy { if case .remarked = $0 { false } else { true } })

        #expect(try life.order(.reroute, to: Samples.coAgency))
        life.agency = Agency(code: Samples.coAgency, name: "UBND thành phố", email: "a@b.vn")
        #expect(try life.payment(channel: "bank", payee: "3712.0.1056789") == nil)
        #expect(life.last.contains(.remarked(.paidToFormerAgency)))
        #expect(life.dossier.payments.map(\.agency) == [Samples.agency])
    }

    @Test("Too much, too little, twice, or where nothing is due: each is answered, none counts")
    func Dieu7_2b_wrongPayments() throws {
        var life = try Life.complete(procedure: atSubmission)
        #expect(try life.payment(199_999) == .wrongAmount)
        #expect(life.detail == "200000")
        #expect(try life.payment(200_001) == .wrongAmount)
        #expect(try life.payment() == nil)
        #expect(try life.payment() == .paidAlready)
        var free = try Life.complete()
        #expect(try free.payment() == .noFeeDue)
    }

    @Test("Cash at the counter for level 4 counts, and is shown to a person")
    func Dieu7_2b_cash() throws {
        var life = try Life.complete(procedure: atSubmission)
        #expect(try life.payment(channel: "counter") == nil)
        #expect(life.dossier.state == .accepted)
        #expect(life.last.contains(.remarked(.paidAtCounter)))
    }

    @Test("A payment for what waits for papers is told by itself: nothing is asked for a second time")
    func Dieu7_2b_paidBeforePapers() throws {
        for (signatures, attachments, state) in [
            ([], [Samples.attachment("CCCD", 1)], DossierState.awaitingPostalCopy),
            ([Samples.signature()], [], .awaitingSupplement),
        ] {
            var life = try Life(
                Samples.submissionCase(
                    attachments: attachments, signatures: signatures, procedure: atSubmission),
                procedure: atSubmission)
            #expect(life.dossier.state == state)
            #expect(try life.payment() == nil)
            #expect(life.dossier.state == state)
            #expect(!life.dossier.findings.contains { $0.code == .fee })
            #expect(!life.last.contains(.waiting(state: state)))
        }
    }

    @Test(
        "At level 3 a fee is paid at the counter only",
        arguments: [("online", false), ("bank", false), ("counter", true)])
    func Dieu7_1b_counterOnly(channel: String, counts: Bool) throws {
        var life = try Life.complete(level: 3, procedure: withResult)
        #expect(try life.payment(channel: channel) == (counts ? nil : .wrongRoute))
        #expect(life.dossier.isPaid == counts)
    }

    @Test(
        "When a fee is due is data of the procedure: with the submission it stops the dossier, with the result it does not"
    )
    func Dieu7_1b_moment() throws {
        #expect(try Life.complete(procedure: atSubmission).dossier.state == .awaitingPayment)
        #expect(try Life.complete(procedure: withResult).dossier.state == .accepted)
    }

    @Test(
        "Staff hear of a result that was handed over with a fee unpaid, whenever that is due, where nothing could be paid before",
        arguments: [2, 3])
    func Dieu16_3_collectedUnpaid(level: Int) throws {
        for (procedure, isPaid) in [(atSubmission, false), (withResult, false), (atSubmission, true)] {
            var life = try Life.complete(level: level, delivery: .counter, procedure: procedure)
            if isPaid { #expect(try life.payment(channel: "counter") == nil) }
            try life.result(at: "2026-11-26T09:00")
            let compared = Set(life.dossier.originalsToCompare(procedure).map(\.id))
            let reason = try life.comes(
                .handover {
                    $0.collectedAt = Samples.moment("2026-11-26T10:00")
                    $0.formSigned = true
                    $0.originalsCompared = compared
                })
            #expect(reason == nil && life.dossier.state == .returned)
            #expect(life.last.contains(.remarked(.collectedUnpaid)) == !isPaid)
        }
    }

    @Test("An unpaid fee with the result keeps an online result back until it is paid")
    func Dieu16_3_paidBeforeOnlineResult() throws {
        var life = try Life.complete(procedure: withResult)
        try life.result(at: "2026-11-26T09:00")
        #expect(life.dossier.state == .resolved)
        #expect(try life.payment() == nil)
        #expect(life.dossier.state == .returned)
        #expect(life.dossier.resolvedAt == Samples.moment("2026-11-26T09:00"))
    }
}
