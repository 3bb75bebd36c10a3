import Dossiers
import Signatures
import Testing

@Suite("Điều 7.1a and 8.2: the result into the citizen's hands")
struct HandoverTests {
    private func resolved(level: Int, delivery: ResultDelivery) throws -> Life {
        var life = try Life.complete(level: level, delivery: delivery)
        try life.result(at: "2026-11-26T09:00")
        return life
    }

    @Test("At level 3 nothing is handed over before the form is signed and each original compared")
    func Dieu7_1a_comparison() throws {
        var life = try resolved(level: 3, delivery: .counter)
        #expect(life.dossier.state == .resolved)
        #expect(life.dossier.nationalState == 9)
        #expect(try life.comes(.handover { $0.collectedAt = Samples.now }) == .formNotSigned)
        let signed = FollowUp.Content.handover {
            $0.collectedAt = Samples.now
            $0.formSigned = true
        }
        #expect(try life.comes(signed) == .originalNotCompared)
        #expect(life.detail == "CCCD")
        let compared = FollowUp.Content.handover {
            $0.collectedAt = Samples.now
            $0.formSigned = true
            $0.originalsCompared = ["CCCD"]
        }
        #expect(try life.comes(compared, at: "2026-11-30T08:00") == nil)
        #expect(life.dossier.state == .returned)
        #expect(life.dossier.nationalState == 10)
        #expect(life.dossier.resolvedAt == Samples.moment("2026-11-26T09:00"))
        #expect(life.dossier.closedAt == Samples.moment("2026-11-30T08:00"))
    }

    @Test(
        "Below level 4 the counter is the only place, whatever was wished", arguments: [ResultDelivery.online, .post])
    func Dieu8_2a_counterOnly(wished: ResultDelivery) throws {
        var life = try resolved(level: 3, delivery: wished)
        #expect(life.dossier.resultRoute == .counter)
        #expect(life.dossier.state == .resolved)
        let post = FollowUp.Content.handover {
            $0.trackingNumber = "RB2VN"
            $0.signedReceiptOn = .moment(Samples.now)
        }
        #expect(try life.comes(post) == .counterOnly)
    }

    @Test("At level 4 a result that is wished online is with its account at once")
    func Dieu8_2b_online() throws {
        let life = try resolved(level: 4, delivery: .online)
        #expect(life.dossier.state == .returned)
        #expect(life.dossier.collection?.route == .online)
    }

    @Test("Registered post closes a dossier by its tracking number and its signed receipt, both")
    func Dieu8_2b_post() throws {
        var life = try resolved(level: 4, delivery: .post)
        #expect(life.dossier.state == .resolved)
        #expect(try life.comes(.handover { $0.trackingNumber = "RB2VN" }) == .noSignedReceipt)
        #expect(try life.comes(.handover { $0.signedReceiptOn = .moment(Samples.now) }) == .noSignedReceipt)
        let day = try #require(Day("2026-11-28"))
        let closed = FollowUp.Content.handover {
            $0.trackingNumber = "RB2VN"
            $0.signedReceiptOn = .day(day)
        }
        #expect(try life.comes(closed) == nil)
        #expect(life.dossier.state == .returned)
        #expect(life.dossier.collection?.signedReceiptOn?.day == day)
    }

    @Test("Nothing is handed over before there is a result, nor while a person holds the dossier")
    func Dieu8_2_notBefore() throws {
        var life = try Life.complete(level: 4, delivery: .counter)
        let counter = FollowUp.Content.handover { $0.collectedAt = Samples.now }
        #expect(try life.comes(counter) == .noResult)
        try life.order(.hold)
        try life.result(at: "2026-11-26T09:00")
        #expect(life.dossier.state == .held)
        #expect(life.dossier.nationalState == 9, "the portal sees what stands behind the hold")
        #expect(try life.comes(counter) == .heldByOffice)
        try life.order(.release)
        #expect(life.dossier.state == .resolved)
        #expect(try life.comes(counter) == nil)
    }

    @Test("A result goes to the one-stop, with papers that open and somebody who approved it")
    func Dieu15_1b_result() throws {
        var life = try Life.complete(level: 3)
        #expect(try life.comes(.result(approvedBy: "Lân", attachments: [])) == .noFile)
        let empty = SubmissionCase.Attachment(
            declared: DeclaredAttachment(component: "KQ", file: "kq.pdf"), paper: Samples.paper("KQ", 1, size: 0))
        #expect(
            try life.comes(.result(approvedBy: "Lân", attachments: [empty.declared]), attachments: [empty])
                == .faultyPaper)
        let sound = Samples.attachment("KQ", 9)
        #expect(
            try life.comes(.result(approvedBy: "", attachments: [sound.declared]), attachments: [sound]) == .noApprover)
        #expect(try life.result() == nil)
        #expect(try life.result() == .resultAlready)
    }

    @Test(
        "A result that was changed after it was signed goes back to its agency, unless the whole was signed once more")
    func Dieu4_6_brokenResult() throws {
        let (broken, sound) = (Samples.brokenSignature, Samples.signature(intact: .passed))
        var unmade = broken
        unmade.valid = .emptyValue
        var wrongValue = sound
        wrongValue.valid = .failed("value-does-not-fit")
        let ofPart = Samples.signature(whole: false, intact: .passed)
        let goodPaper = Samples.attachment("KQ", 8)
        func answer(_ paper: [SignatureReport], form: [SignatureReport] = [], by: AgencyCode = Samples.agency) throws
            -> RejectionReason?
        {
            var signed = Samples.paper("PL", 9)
            signed.signatures = paper
            let attachment = SubmissionCase.Attachment(declared: Samples.declared("PL", 9), paper: signed)
            var life = try Life.complete()
            let before = life.dossier
            let declared = [goodPaper.declared, attachment.declared]
            let reason = try life.comes(
                .result(approvedBy: "Lân", attachments: declared), by: "agencies/\(by)",
                attachments: [goodPaper, attachment], signatures: form)
            #expect((life.dossier == before) == (reason != nil))
            #expect(life.detail == (reason == nil || !form.isEmpty ? nil : "PL"))
            return reason
        }
        for wrong in [[broken], [wrongValue], [wrongValue, broken], [broken, ofPart], [broken, unmade]] {
            #expect(try answer(wrong) == .resultSignatureBroken)
        }
        #expect(try answer([broken], by: Samples.coAgency) == .resultSignatureBroken)
        #expect(try answer([], form: [broken]) == .resultSignatureBroken)
        for right in [[], [sound], [unmade], [Samples.signature()], [broken, sound]] {
            #expect(try answer(right) == nil)
        }
    }

    @Test("A closed dossier takes no more effects, and each is answered")
    func Dieu4_1_closed() throws {
        var life = try resolved(level: 4, delivery: .online)
        #expect(try life.supplement([Samples.attachment("CCCD", 5)]) == .closed)
        #expect(try life.payment() == .closed)
        #expect(try life.comes(.withdrawal(account: "0900123456", reason: nil), by: "online") == .closed)
        #expect(try life.comes(.request()) == .closed)
        #expect(try life.result() == .closed)
        #expect(try !life.order(.hold))
    }

    @Test("Its own account takes a dossier back until the result is there; what was paid stays")
    func Dieu8_2c_withdrawal() throws {
        var life = try Life.complete(procedure: Samples.procedure(fee: .init(amount: 200_000, due: .submission)))
        try life.payment()
        #expect(try life.comes(.withdrawal(account: "0900123456", reason: "Nộp nhầm"), by: "online") == nil)
        #expect(life.dossier.state == .withdrawn)
        #expect(life.dossier.nationalState == 7)
        #expect(life.dossier.refunds.isEmpty)
        var late = try resolved(level: 4, delivery: .counter)
        #expect(
            try late.comes(.withdrawal(account: "0900123456", reason: nil), by: "online") == .resolvedAlready)
    }
}
