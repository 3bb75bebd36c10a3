import Dossiers
import Testing

@Suite("Điều 8 and 15: what agencies say")
struct AgencyTests {
    @Test("An agency's folder speaks only for that agency's dossiers, whatever it says")
    func OP11_Dieu8_1b_ownDossiers() throws {
        var life = try Life.complete()
        let stranger = "agencies/000.00.31.H34"
        #expect(try life.comes(.acknowledgement, by: stranger) == .otherAgency)
        #expect(try life.comes(.request(), by: stranger) == .otherAgency)
        #expect(try life.comes(.refusal(reasons: ["x"], approvedBy: "B", refund: false), by: stranger) == .otherAgency)
        #expect(try life.comes(.approval(approvedBy: "B"), by: stranger) == .otherAgency)
        #expect(try life.comes(.handover { $0.collectedAt = Samples.now }, by: stranger) == .otherAgency)
        #expect(life.dossier.state == .accepted)
    }

    @Test("A co-agency acknowledges and answers its part; only the lead agency decides")
    func Dieu8_1b_coAgency() throws {
        var life = try Life.complete()
        let co = "agencies/\(Samples.coAgency)"
        #expect(try life.comes(.acknowledgement, by: co, at: "2026-11-25T08:00") == nil)
        #expect(life.dossier.state == .accepted)
        #expect(try life.comes(.request(), by: co) == .leadAgencyOnly)
        #expect(try life.comes(.acknowledgement, at: "2026-11-25T09:00") == nil)
        #expect(try life.result(by: Samples.coAgency, at: "2026-11-25T16:00") == nil)
        #expect(life.dossier.state == .processing)
        #expect(try life.result(by: Samples.coAgency) == .resultAlready)
        try life.result(at: "2026-11-26T10:00")
        #expect(life.dossier.state == .returned)
    }

    @Test("How long each agency held the dossier is known, the pauses taken out")
    func Dieu8_1b_whoHeldIt() throws {
        var life = try Life.complete(at: "2026-11-25T08:00")
        try life.result(by: Samples.coAgency, at: "2026-11-25T10:00")
        try life.comes(.request(), at: "2026-11-25T11:00")
        try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-26T08:00")
        try life.result(at: "2026-11-26T09:00")
        let calendar = try Samples.calendar
        let end = Samples.moment("2026-11-30T08:00")
        #expect(life.dossier.workingSeconds(heldBy: Samples.coAgency, until: end, calendar: calendar) == 2 * 3600)
        #expect(life.dossier.workingSeconds(heldBy: Samples.agency, until: end, calendar: calendar) == 4 * 3600)
    }

    @Test("Half a working day to hand-over is met by the agency's first word, whatever it is")
    func Dieu14_4_firstWord() throws {
        var life = try Life.complete()
        try life.comes(.request(), at: "2026-11-23T16:00")
        #expect(life.dossier.acknowledgedAt == Samples.moment("2026-11-23T16:00"))
    }

    @Test("A component is asked for under its own id, however the agency writes it, and once")
    func Dieu15_2_requestInOtherCase() throws {
        var life = try Life.complete()
        #expect(try life.comes(.request(["cccd", "CCCD"]), at: "2026-11-25T09:00") == nil)
        #expect(life.dossier.findings.map(\.component) == ["CCCD"])
        #expect(life.dossier.supplementRequests.map(\.components) == [["CCCD"]])
        #expect(try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-25T14:00") == nil)
        #expect(life.dossier.state == .processing)
        #expect(!life.dossier.isPaused)
    }

    @Test("A component that neither procedure nor dossier has cannot be asked for: the agency is answered")
    func Dieu15_2_requestOfUnknownComponent() throws {
        var life = try Life.complete()
        #expect(try life.comes(.request(["CCCD", "GKS"])) == .unknownComponent)
        #expect(life.detail == "GKS")
        #expect(!life.dossier.isPaused)
        var other = try Life(
            Samples.submissionCase(attachments: [Samples.attachment("CCCD", 1), Samples.attachment("GKS", 2)]))
        #expect(try other.comes(.request(["gks"])) == nil)
        #expect(other.dossier.findings.last?.component == "GKS")
    }

    @Test("A late request stops the clock until the citizen has answered; the appointment moves by that working time")
    func Dieu15_2_requestPauses() throws {
        var life = try Life.complete()
        #expect(life.dossier.due == Samples.moment("2026-11-27T14:00"))
        #expect(try life.comes(.request(), at: "2026-11-25T09:00") == nil)
        #expect(life.dossier.state == .awaitingSupplement)
        #expect(life.dossier.isPaused)
        #expect(!life.dossier.isOverdue(at: Samples.moment("2026-12-25T09:00")))
        #expect(try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-27T09:00") == nil)
        #expect(life.dossier.state == .processing)
        // Two working days later, as long as it waited.
        #expect(life.dossier.due == Samples.moment("2026-12-01T14:00"))
        #expect(life.dossier.pauses.map(\.to) == [Samples.moment("2026-11-27T09:00")])
    }

    @Test("A result that comes while the clock stands ends the pause: the date moves, and nothing more is asked for")
    func Dieu14_2_resultInPause() throws {
        var life = try Life.complete(delivery: .counter)
        try life.comes(.request(), at: "2026-11-25T09:00")
        // A co-agency's part ends no pause.
        try life.result(by: Samples.coAgency, at: "2026-11-26T09:00")
        #expect(life.dossier.isPaused)
        try life.result(at: "2026-12-10T09:00")
        #expect(life.dossier.state == .resolved)
        #expect(life.dossier.resolvedAt == Samples.moment("2026-12-10T09:00"))
        // Five of twenty-four hours were used before the request.
        #expect(life.dossier.due == Samples.moment("2026-12-14T14:00"))
        #expect(life.dossier.pauses.map(\.to) == [Samples.moment("2026-12-10T09:00")])
        #expect(life.dossier.pauses.map(\.isAnswered) == [false])
        #expect(life.dossier.findings.isEmpty)
        #expect(try life.supplement([Samples.attachment("CCCD", 5)]) == .resolvedAlready)
        var answered = try Life.complete()
        try answered.comes(.request(), at: "2026-11-25T09:00")
        try answered.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-26T09:00")
        #expect(answered.dossier.pauses.map(\.isAnswered) == [true])
    }

    @Test("A supplement that brings one of two papers asked for leaves the clock standing")
    func Dieu15_2_allThatWasAsked() throws {
        var life = try Life.complete()
        try life.comes(.request(["CCCD", "UQ"]), at: "2026-11-25T09:00")
        try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-26T09:00")
        #expect(life.dossier.isPaused)
        #expect(life.dossier.findings.map(\.component) == ["UQ"])
        try life.supplement([Samples.attachment("UQ", 6)], at: "2026-11-26T10:00")
        #expect(life.dossier.state == .processing)
        #expect(life.dossier.pauses.count == 1)
    }

    @Test("Refusal and late request need a reason and who approved them")
    func Dieu15_2_reasonAndApprover() throws {
        var life = try Life.complete()
        #expect(try life.comes(.request(reasons: [" "])) == .noReason)
        #expect(try life.comes(.request(by: "")) == .noApprover)
        #expect(try life.comes(.refusal(reasons: [], approvedBy: "Bình", refund: false)) == .noReason)
        #expect(try life.comes(.refusal(reasons: ["x"], approvedBy: " ", refund: false)) == .noApprover)
        #expect(life.dossier.state == .accepted)
        #expect(
            try life.comes(.refusal(reasons: ["Không thuộc thẩm quyền."], approvedBy: "Bình", refund: false)) == nil)
        #expect(life.dossier.state == .refused)
        #expect(life.dossier.nationalState == 8)
    }

    @Test("An extension is granted once, to a later date, with reason and approver")
    func Dieu15_1_extension() throws {
        var life = try Life.complete()
        func extend(_ date: String, reason: String = "Xác minh", by: String = "Lân") -> FollowUp.Content {
            .extension(reason: reason, newDate: .moment(Samples.moment(date)), approvedBy: by)
        }
        #expect(try life.comes(extend("2026-12-04T16:00", reason: "")) == .noReason)
        #expect(try life.comes(extend("2026-12-04T16:00", by: "")) == .noApprover)
        #expect(try life.comes(extend("2026-11-27T14:00")) == .dateNotLater)
        #expect(try life.comes(extend("2026-12-04T16:00")) == nil)
        #expect(life.dossier.due == Samples.moment("2026-12-04T16:00"))
        #expect(life.dossier.deadlines?.result == Samples.moment("2026-11-27T14:00"))
        #expect(try life.comes(extend("2026-12-11T16:00")) == .alreadyExtended)
    }

    @Test("A day as new date means the close of its work")
    func Dieu15_1_extensionByDay() throws {
        var life = try Life.complete()
        let day = try #require(Day("2026-12-05"))
        #expect(try life.comes(.extension(reason: "x", newDate: .day(day), approvedBy: "Lân")) == nil)
        // 5 December is a Saturday.
        #expect(life.dossier.due == Samples.moment("2026-12-07T17:00"))
    }

    @Test(
        "An hour without work as new date means the next of its day that has some, else the close of that or the next working day",
        arguments: [
            // A Friday, before, within and behind its work.
            ("2026-12-04T06:00", "2026-12-04T07:00"), ("2026-12-04T12:00", "2026-12-04T13:00"),
            ("2026-12-04T17:00", "2026-12-04T17:00"), ("2026-12-04T18:00", "2026-12-04T17:00"),
            // The day and the night after it.
            ("2026-12-05T09:00", "2026-12-07T17:00"), ("2026-12-06T23:30", "2026-12-07T17:00"),
        ])
    func Dieu15_1_extensionByNight(told: String, due: String) throws {
        var life = try Life.complete()
        let date = MomentOrDay.moment(Samples.moment(told))
        #expect(try life.comes(.extension(reason: "x", newDate: date, approvedBy: "Lân")) == nil)
        #expect(life.dossier.due == Samples.moment(due))
    }

    @Test("A new date past the decided days is provisional, whoever proposes it and whatever moves it there")
    func Dieu15_1_provisional() throws {
        func extended(to date: String) throws -> Life {
            var life = try Life.complete()
            #expect(life.dossier.deadlines?.isDueProvisional == false)
            try life.comes(
                .extension(reason: "x", newDate: .moment(Samples.moment(date)), approvedBy: "Lân"))
            return life
        }
        #expect(try extended(to: "2027-02-08T10:00").dossier.deadlines?.isDueProvisional == true)
        #expect(try extended(to: "2027-02-08T10:00").dossier.deadlines?.provisional == false)
        var life = try extended(to: "2026-12-31T16:00")
        #expect(life.dossier.deadlines?.isDueProvisional == false)
        try life.comes(.request(), at: "2026-11-25T09:00")
        try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-26T09:00")
        #expect(life.dossier.due == Samples.moment("2027-01-01T16:00"))
        #expect(life.dossier.deadlines?.isDueProvisional == true)
        var late = try Life.complete()
        late.now = Samples.moment("2026-12-31T08:00")
        #expect(ApologyRuling.draft(try late.matter)?.provisional == true)
    }

    @Test("An apology that was drafted here waits for the leader's word, and is granted once")
    func Dieu15_1_approval() throws {
        var life = try Life.complete()
        #expect(try life.comes(.approval(approvedBy: "Lân")) == .nothingToApprove)
        life.apply([.apologyDrafted(Apology(reason: "Xác minh", newDate: Samples.moment("2026-12-02T17:00")))])
        #expect(life.dossier.due == Samples.moment("2026-11-27T14:00"))
        #expect(try life.comes(.approval(approvedBy: "Lân")) == nil)
        #expect(life.dossier.extension?.approvedBy == "Lân")
        #expect(life.dossier.due == Samples.moment("2026-12-02T17:00"))
        #expect(try life.comes(.approval(approvedBy: "Lân")) == .alreadyExtended)
    }

    @Test("An apology that was drafted before a pause is void; before the moved appointment another is drafted")
    func Dieu15_1_draftBeforePause() throws {
        var life = try Life.complete()
        life.now = Samples.moment("2026-11-26T01:00")
        let first = try #require(ApologyRuling.draft(try life.matter))
        #expect(first.newDate == Samples.moment("2026-12-01T14:00"))
        life.apply([.apologyDrafted(first)])
        try life.comes(.request(), at: "2026-11-26T09:00")
        try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-30T09:00")
        #expect(life.dossier.due == Samples.moment("2026-12-01T14:00"))
        #expect(try life.comes(.approval(approvedBy: "Lân")) == .nothingToApprove)
        let second = try #require(ApologyRuling.draft(try life.matter))
        life.apply([.apologyDrafted(second)])
        #expect(try life.comes(.approval(approvedBy: "Lân")) == nil)
        #expect(life.dossier.due == Samples.moment("2026-12-03T14:00"))
    }

    @Test("A draft whose date is over cannot be approved any more, and gives way to another")
    func Dieu15_1_draftIsOver() throws {
        var life = try Life.complete()
        life.now = Samples.moment("2026-11-26T01:00")
        life.apply([.apologyDrafted(try #require(ApologyRuling.draft(try life.matter)))])
        life.now = Samples.moment("2026-12-01T13:59")
        #expect(ApologyRuling.draft(try life.matter) == nil)
        #expect(try life.comes(.approval(approvedBy: "Lân"), at: "2026-12-01T14:00") == .dateNotLater)
        life.apply([.apologyDrafted(try #require(ApologyRuling.draft(try life.matter)))])
        #expect(try life.comes(.approval(approvedBy: "Lân")) == nil)
        #expect(life.dossier.due == Samples.moment("2026-12-03T14:00"))
    }

    @Test("An extension moves on with a later pause")
    func Dieu15_1_extensionAndPause() throws {
        var life = try Life.complete()
        try life.comes(
            .extension(
                reason: "x", newDate: .moment(Samples.moment("2026-12-04T16:00")), approvedBy: "Lân"),
            at: "2026-11-25T08:00")
        try life.comes(.request(), at: "2026-11-25T09:00")
        try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-26T09:00")
        #expect(life.dossier.due == Samples.moment("2026-12-07T16:00"))
    }

    @Test("An extension that is given during a pause moves only by what is left of the pause, and shortens no time")
    func Dieu15_1_extensionWithinPause() throws {
        func resumed(extendedTo date: String) throws -> Life {
            var life = try Life.complete()
            try life.comes(.request(), at: "2026-11-25T09:00")
            try life.comes(
                .extension(reason: "x", newDate: .moment(Samples.moment(date)), approvedBy: "Lân"),
                at: "2026-12-07T08:00")
            try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-12-08T08:00")
            return life
        }
        // Without it due on 10 December at 11:00, after seventy-one working hours of pause.
        #expect(try resumed(extendedTo: "2026-12-09T16:00").dossier.due == Samples.moment("2026-12-10T16:00"))
        let short = try resumed(extendedTo: "2026-12-08T16:00")
        #expect(short.dossier.deadlines?.result == Samples.moment("2026-12-10T11:00"))
        #expect(short.dossier.due == Samples.moment("2026-12-10T11:00"))
        // What comes later moves it as any other.
        var later = try resumed(extendedTo: "2026-12-09T16:00")
        try later.comes(.request(), at: "2026-12-09T09:00")
        try later.supplement([Samples.attachment("CCCD", 6)], at: "2026-12-10T09:00")
        #expect(later.dossier.due == Samples.moment("2026-12-11T16:00"))
    }

    @Test(
        "Money goes back when it was paid and the agency says that it cannot perform, and only then",
        arguments: [
            (true, true, 200_000), (true, false, nil), (false, true, nil),
        ])
    func Dieu8_2c_refund(paid: Bool, refund: Bool, amount: Int?) throws {
        var life = try Life.complete(procedure: Samples.procedure(fee: .init(amount: 200_000, due: .result)))
        if paid { try life.payment() }
        try life.comes(.refusal(reasons: ["Không đủ điều kiện."], approvedBy: "Bình", refund: refund))
        #expect(life.dossier.state == .refused)
        #expect(life.dossier.refunds.map(\.amount) == (amount.map { [$0] } ?? []))
    }

    @Test("A result that nobody fetches gives no money back; a person may order it with the law that says so")
    func Dieu8_2c_unclaimed() throws {
        var life = try Life.complete(
            level: 4, delivery: .counter, procedure: Samples.procedure(fee: .init(amount: 200_000, due: .submission)))
        try life.payment()
        try life.result(at: "2026-11-26T09:00")
        #expect(life.dossier.state == .resolved)
        #expect(life.dossier.refunds.isEmpty)
        #expect(try !life.order(.refund, amount: 200_000, basis: " "))
        #expect(try !life.order(.refund, amount: 300_000, basis: "Luật phí"))
        #expect(try life.order(.refund, amount: 200_000, basis: "Luật Phí và lệ phí, Điều 10"))
        #expect(try !life.order(.refund, amount: 1, basis: "x"))
    }

    @Test("What a person gave back in part is followed by the rest, and never by more than was paid")
    func Dieu8_2c_rest() throws {
        func partly() throws -> Life {
            var life = try Life.complete(procedure: Samples.procedure(fee: .init(amount: 200_000, due: .submission)))
            try life.payment()
            #expect(try life.order(.refund, amount: 50_000, basis: "Luật phí"))
            return life
        }
        var refused = try partly()
        try refused.comes(.refusal(reasons: ["Không đủ điều kiện."], approvedBy: "Bình", refund: true))
        #expect(refused.dossier.refunds.map(\.amount) == [50_000, 150_000])
        #expect(refused.dossier.refunds.map(\.basis) == ["Luật phí", "Điều 8.2c"])
        #expect(try !refused.order(.refund, amount: 1, basis: "Luật phí"))
        var ordered = try partly()
        #expect(try !ordered.order(.refund, amount: 50_000, basis: "Luật phí"), "the same command twice")
        #expect(try !ordered.order(.refund, amount: 150_001, basis: "Luật phí"))
        #expect(try ordered.order(.refund, amount: 150_000, basis: "Luật phí"))
        #expect(ordered.dossier.refunded == 200_000)
        try ordered.comes(.refusal(reasons: ["Không đủ điều kiện."], approvedBy: "Bình", refund: true))
        #expect(ordered.last.count == 1)
    }

    @Test("A ministry's own dossier has no appointment to put off, and its agency is told that, whatever it names")
    func Dieu2_2_nothingToExtend() throws {
        var procedure = Samples.procedure()
        procedure.central = true
        var life = try Life.complete(procedure: procedure)
        #expect(life.dossier.due == nil)
        let date = MomentOrDay.moment(Samples.moment("2026-12-09T16:00"))
        for approver in ["Lân", ""] {
            #expect(
                try life.comes(.extension(reason: "xác minh", newDate: date, approvedBy: approver)) == .noAppointment)
            #expect(try life.comes(.approval(approvedBy: approver)) == .noAppointment)
        }
    }
}
