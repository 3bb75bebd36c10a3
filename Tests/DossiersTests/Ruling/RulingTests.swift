import Bytes
import Dossiers
import Signatures
import Testing

@Suite("Ruling")
struct RulingTests {
    private func rule(_ submissionCase: SubmissionCase, known: KnownSubmission? = nil) throws -> Ruled {
        SubmissionRuling.rule(
            ExaminedSubmission(submissionCase, content: Samples.digest(7), channel: "online"), known: known,
            calendar: try Samples.calendar, now: Samples.now
        ) { _, _ in 41 }
    }

    /// The dossier that a ruling leaves.
    private func dossier(_ ruled: Ruled) throws -> Dossier {
        let code = try #require(ruled.dossier)
        guard case .received(let receipt) = ruled.events.first else { throw Failure() }
        var dossier = Dossier(code: code, receipt: receipt, at: Samples.now, claim: "c1")
        for (index, event) in ruled.events.enumerated() {
            dossier.apply(Entry(number: index + 1, at: Samples.now, claim: "c1", dossier: code, event: event))
        }
        return dossier
    }

    private struct Failure: Error {}

    /// Why a ruling takes no effect; nil where it takes one.
    private func rejection(_ ruled: Ruled) -> RejectionReason? {
        guard case .rejected(let rejection) = ruled.events.first, ruled.events.count == 1 else { return nil }
        return RejectionReason(rawValue: rejection.reason)
    }

    private func apply(_ ruled: Ruled, to dossier: Dossier) -> Dossier {
        var dossier = dossier
        for (index, event) in ruled.events.enumerated() {
            dossier.apply(Entry(number: 100 + index, at: Samples.now, claim: "c2", dossier: dossier.code, event: event))
        }
        return dossier
    }

    private func followUp(
        _ content: FollowUp.Content, for dossier: Dossier, channel: String,
        attachments: [SubmissionCase.Attachment] = [], procedure: Procedure = Samples.procedure()
    ) throws -> Ruled {
        try #require(
            FollowUpRuling.rule(
                FollowUpCase(
                    followUp: FollowUp(id: "m-1", dossier: dossier.code, at: nil, content: content),
                    attachments: attachments, channel: channel, claim: "c2"), dossier,
                Matter(
                    dossier: dossier, procedure: procedure, agency: nil, calendar: try Samples.calendar,
                    policy: .present, now: Samples.now)))
    }

    @Test("A complete dossier gets its code, its appointment and half a working day to hand-over")
    func Dieu14_4_completeDossier() throws {
        let dossier = try dossier(rule(Samples.submissionCase()))
        #expect(dossier.code.description == "000.00.10.H34-261123-0041")
        #expect(dossier.state == .accepted)
        #expect(dossier.deadlines?.handOver == Samples.moment("2026-11-25T08:00"))
        #expect(dossier.deadlines?.result == Samples.moment("2026-11-27T14:00"))
    }

    @Test("What no supplement can mend is refused without a code")
    func refusal() throws {
        let ruled = try rule(Samples.submissionCase(registered: false))
        #expect(ruled.dossier == nil)
        guard case .refused(let refusal) = ruled.events.first else { throw Failure() }
        #expect(refusal.findings.map(\.code) == [.unregisteredAccount])
    }

    @Test("The same submission again is one dossier; other content under its id is refused")
    func duplicates() throws {
        let code = try #require(DossierCode("000.00.10.H34-261123-0001"))
        let same = try rule(
            Samples.submissionCase(), known: KnownSubmission(content: Samples.digest(7), dossier: code))
        #expect(same == Ruled(dossier: code, events: [.repeated(submission: "s-1")]))
        let other = try rule(
            Samples.submissionCase(), known: KnownSubmission(content: Samples.digest(8), dossier: code))
        guard case .refused(let refusal) = other.events.first else { throw Failure() }
        #expect(refusal.findings.map(\.code) == [.duplicateOther])
    }

    @Test("A conflict that was refused is the same one when it comes again, whatever has the id")
    func conflictAgain() throws {
        for dossier in [DossierCode("000.00.10.H34-261123-0001"), nil] {
            let known = KnownSubmission(content: Samples.digest(8), dossier: dossier).refused(Samples.digest(7))
            #expect(
                try rule(Samples.submissionCase(), known: known)
                    == Ruled(dossier: nil, events: [.repeated(submission: "s-1")]))
            let third = KnownSubmission(content: Samples.digest(8), dossier: dossier).refused(Samples.digest(9))
            guard case .refused = try rule(Samples.submissionCase(), known: third).events.first else { throw Failure() }
        }
    }

    @Test("The first of supplement, postal copy and payment is the state")
    func precedence() throws {
        let fee = Samples.procedure(fee: .init(amount: 1, due: .submission))
        #expect(
            try dossier(rule(Samples.submissionCase(attachments: [], signatures: [], procedure: fee))).state
                == .awaitingSupplement)
        #expect(try dossier(rule(Samples.submissionCase(signatures: [], procedure: fee))).state == .awaitingPostalCopy)
        #expect(try dossier(rule(Samples.submissionCase(procedure: fee))).state == .awaitingPayment)
    }

    @Test("Certified copies of every required unsigned attachment complete the dossier, from that moment")
    func Dieu7_2a_postalCopyCompletes() throws {
        let waiting = try dossier(
            rule(
                Samples.submissionCase(
                    attachments: [Samples.attachment("CCCD", 1), Samples.attachment("UQ", 2)], signatures: [])))
        #expect(waiting.state == .awaitingPostalCopy)
        var declared = DeclaredAttachment(component: "CCCD", file: "ban-sao.pdf")
        let content = FollowUp.Content.postalCopy(
            trackingNumber: "RB1VN", receivedAt: Samples.now, attachments: [declared])
        let uncertified = try followUp(
            content, for: waiting, channel: "postal",
            attachments: [.init(declared: declared, paper: Samples.paper("CCCD", 5))])
        #expect(apply(uncertified, to: waiting).state == .awaitingPostalCopy)

        declared.certifiedBy = "UBND phường Quyết Thắng"
        declared.certifiedOn = Day("2026-11-23")
        let certified = try followUp(
            content, for: waiting, channel: "postal",
            attachments: [.init(declared: declared, paper: Samples.paper("CCCD", 5))])
        let complete = apply(certified, to: waiting)
        #expect(complete.state == .accepted)
        #expect(complete.findings == [Finding(.notCertified, component: "UQ", file: "uq.pdf")])
    }

    @Test("A lone scan is recorded and completes nothing")
    func loneScan() throws {
        let waiting = try dossier(rule(Samples.submissionCase(signatures: [])))
        let paper = Samples.paper("CCCD", 5)
        let ruled = try followUp(
            .scan(component: "CCCD", file: "x"), for: waiting, channel: "postal",
            attachments: [.init(declared: DeclaredAttachment(component: "CCCD", file: "x"), paper: paper)])
        let after = apply(ruled, to: waiting)
        #expect(after.state == .awaitingPostalCopy)
        #expect(after.papers.last?.paper == paper)
    }

    @Test(
        "The whole fee, once, completes a dossier that waited for it", arguments: [(200_000, true), (199_999, false)])
    func Dieu7_2b_payment(amount: Int, counts: Bool) throws {
        let procedure = Samples.procedure(fee: .init(amount: 200_000, due: .submission))
        let waiting = try dossier(rule(Samples.submissionCase(procedure: procedure)))
        let payment = FollowUp.Content.payment(
            amount: amount, paidAt: Samples.now, channel: "bank", reference: "GD1", payee: nil)
        let ruled = try followUp(payment, for: waiting, channel: "payments", procedure: procedure)
        let after = apply(ruled, to: waiting)
        #expect(after.state == (counts ? .accepted : .awaitingPayment))
        guard counts else {
            #expect(rejection(ruled) == .wrongAmount)
            return
        }
        let again = try followUp(payment, for: after, channel: "payments", procedure: procedure)
        #expect(rejection(again) == .paidAlready)
    }

    @Test("Only the dossier's own agency acknowledges it, and only once it has it")
    func OP11_acknowledgement() throws {
        let accepted = try dossier(rule(Samples.submissionCase()))
        let other = try followUp(.acknowledgement, for: accepted, channel: "agencies/000.00.31.H34")
        #expect(rejection(other) == .otherAgency)
        let co = try followUp(.acknowledgement, for: accepted, channel: "agencies/000.00.18.H34")
        #expect(apply(co, to: accepted).state == .accepted)
        let lead = try followUp(.acknowledgement, for: accepted, channel: "agencies/000.00.10.H34")
        let after = apply(lead, to: accepted)
        #expect(after.state == .processing)
        #expect(after.acknowledgedAt == Samples.now)
        let early = try followUp(
            .acknowledgement, for: dossier(rule(Samples.submissionCase(signatures: []))),
            channel: "agencies/000.00.10.H34")
        #expect(rejection(early) == .notHandedOver)
    }
}
