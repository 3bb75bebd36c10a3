import Dossiers
import Testing

@Suite("Điều 2.2, 4.5 and 13: what the office does by its own hand")
struct OfficeTests {
    @Test("A ministry's own procedure gets a code and is handed on, unjudged and without clocks")
    func Dieu2_2_central() throws {
        var central = Samples.procedure()
        central.central = true
        let life = try Life(
            Samples.submissionCase(attachments: [], signatures: [], procedure: central, registered: false),
            procedure: central)
        #expect(life.dossier.isCentral)
        #expect(life.dossier.state == .accepted)
        #expect(life.dossier.deadlines == nil)
        #expect(life.dossier.findings.isEmpty)
        #expect(!life.dossier.isOverdue(at: Samples.moment("2027-11-23T14:00")))
    }

    @Test("What a ministry's agency asks for leads back to it once all of it has come, and is judged by nobody else")
    func Dieu2_2_centralSupplement() throws {
        var central = Samples.procedure()
        central.central = true
        var life = try Life(
            Samples.submissionCase(attachments: [], signatures: [], procedure: central), procedure: central)
        #expect(try life.comes(.request(["CCCD", "uq"]), at: "2026-11-25T09:00") == nil)
        #expect(life.dossier.state == .awaitingSupplement)
        #expect(try life.supplement([Samples.attachment("CCCD", 5)], signatures: [], at: "2026-11-25T10:00") == nil)
        #expect(life.dossier.state == .awaitingSupplement)
        #expect(life.dossier.findings.map(\.component) == ["UQ"])
        #expect(life.last.contains(.waiting(state: .awaitingSupplement)))
        #expect(try life.supplement([Samples.attachment("UQ", 6)], signatures: [], at: "2026-11-25T11:00") == nil)
        #expect(life.dossier.state == .processing)
        #expect(life.dossier.findings.isEmpty)
        #expect(life.dossier.deadlines == nil)
        #expect(try life.supplement([Samples.attachment("UQ", 7)], signatures: [], at: "2026-11-25T14:00") == nil)
        #expect(life.dossier.state == .processing)
    }

    @Test("A person marks a suspected violation, with name and reason, and may take the mark away; no rule does either")
    func Dieu4_5_mark() throws {
        var life = try Life.complete()
        #expect(try !life.order(.markViolation, reason: " "))
        #expect(try life.order(.markViolation))
        #expect(life.dossier.violation?.by == "hoa")
        #expect(try !life.order(.markViolation))
        #expect(try life.order(.clearViolation))
        #expect(life.dossier.violation == nil)
    }

    @Test("What happens behind a person's hold shows once it is released; the clock does not stop for it")
    func Dieu4_1_hold() throws {
        var life = try Life.complete()
        try life.order(.hold)
        #expect(life.dossier.state == .held)
        #expect(life.dossier.nationalState == 2)
        #expect(try !life.order(.hold))
        try life.comes(.acknowledgement)
        #expect(life.dossier.state == .held)
        try life.result(at: "2026-11-26T09:00")
        #expect(life.dossier.state == .held)
        try life.order(.release)
        // Online it is handed over with the release.
        #expect(life.dossier.state == .returned)
        #expect(life.dossier.pauses.isEmpty)
    }

    @Test(
        "A payment that completes a held dossier does not hand it over; the release does, with the clocks from then on")
    func Dieu4_1_heldUntilReleased() throws {
        let procedure = Samples.procedure(fee: .init(amount: 200_000, due: .submission))
        var life = try Life.complete(procedure: procedure)
        try life.order(.hold)
        #expect(try life.payment() == nil)
        #expect(life.dossier.state == .held)
        #expect(life.dossier.isPaid)
        #expect(!life.dossier.isHandedOver)
        #expect(life.dossier.deadlines == nil)
        #expect(try life.comes(.acknowledgement) == .notHandedOver)
        #expect(try life.order(.release, at: "2026-11-25T10:00"))
        #expect(life.dossier.state == .accepted)
        #expect(life.dossier.isHandedOver)
        #expect(life.dossier.deadlines?.from == Samples.moment("2026-11-25T10:00"))
    }

    @Test("A held dossier that still waits for its citizen waits on after the release, without another letter")
    func Dieu4_1_releasedWaiting() throws {
        var life = try Life.complete(procedure: Samples.procedure(fee: .init(amount: 200_000, due: .submission)))
        try life.order(.hold)
        #expect(try life.order(.release))
        #expect(life.dossier.state == .awaitingPayment)
        #expect(life.last.count == 1)
        #expect(try life.payment() == nil)
        #expect(life.dossier.state == .accepted)
    }

    @Test("A signature that could not be checked is a person's to decide; a release takes the dossier in")
    func Dieu4_6_undetermined() throws {
        var life = try Life(
            SubmissionCase(
                submission: Samples.submission(attachments: [Samples.attachment("CCCD", 1)]),
                attachments: [Samples.attachment("CCCD", 1)], unlisted: [], procedure: Samples.procedure(),
                accountIsRegistered: true, policy: .valid, now: Samples.now))
        #expect(life.dossier.state == .held)
        try life.order(.release, at: "2026-11-25T10:00")
        #expect(life.dossier.state != .held)
        #expect(try !life.order(.release))
    }

    @Test("Who withdraws at the counter has it entered by a person; with the result there it is too late")
    func Dieu4_1_withdrawnAtTheCounter() throws {
        var life = try Life.complete(delivery: .counter)
        let claims = life.dossier.claims
        #expect(try life.order(.withdraw, at: "2026-11-25T09:00"))
        #expect(life.dossier.state == .withdrawn)
        #expect(life.dossier.withdrawal?.order == PersonalAct(by: "hoa", reason: "xem lại"))
        #expect(life.dossier.claims == claims, "an order brings no file")
        #expect(try !life.order(.withdraw))
        var late = try Life.complete(delivery: .counter)
        try late.result()
        #expect(try !late.order(.withdraw))
    }

    @Test("The office refuses what is held and no agency has, by a leader's word; what was paid goes back")
    func Dieu15_2_refusedByTheOffice() throws {
        var life = try Life.complete(procedure: Samples.procedure(fee: .init(amount: 200_000, due: .submission)))
        #expect(try !life.order(.refuse, approvedBy: "Lê Văn Duyệt"), "it waits for its fee, and is not held")
        try life.order(.hold)
        #expect(try life.payment() == nil)
        #expect(try !life.order(.refuse), "nobody approved it")
        #expect(try life.order(.refuse, approvedBy: "Lê Văn Duyệt"))
        #expect(life.dossier.state == .refused)
        #expect(life.dossier.nationalState == 3)
        #expect(life.dossier.refusalRefund?.amount == 200_000)
        var handedOver = try Life.complete()
        try handedOver.order(.hold)
        #expect(try !handedOver.order(.refuse, approvedBy: "Lê Văn Duyệt"))
    }

    @Test("Another agency leads after a new routing; the first one's word no longer counts")
    func Dieu8_1b_rerouted() throws {
        var life = try Life.complete()
        try life.comes(.acknowledgement)
        let other = Samples.code("000.00.31.H34")
        #expect(try !life.order(.reroute, to: Samples.agency))
        #expect(try life.order(.reroute, to: other, at: "2026-11-25T09:00"))
        #expect(life.dossier.agencies == [other, Samples.coAgency])
        #expect(life.dossier.state == .accepted)
        #expect(try life.result() == .handedOn)
        #expect(life.detail == "\(other) 2026-11-25T09:00:00+07:00")
        #expect(try life.result(by: other) == nil)
        #expect(life.dossier.holdings.map(\.agency) == [Samples.agency, Samples.coAgency, other])
    }

    @Test("An agency that has ended is given no dossier; on its last day it still is")
    func Dieu2_1_endedAgency() throws {
        let other = Samples.code("000.00.31.H34")
        for (end, isGiven) in [("2026-11-24", false), ("2026-11-25", true)] {
            var life = try Life.complete()
            life.ends = [other: try #require(Day(end))]
            #expect(try life.order(.reroute, to: other, at: "2026-11-25T09:00") == isGiven)
            #expect(life.dossier.agency == (isGiven ? other : Samples.agency))
        }
    }

    @Test("A co-agency that led for a while still gives its part, once, and has its hours for it")
    func Dieu8_1b_partOfFormerLead() throws {
        var life = try Life.complete(delivery: .counter)
        try life.order(.reroute, to: Samples.coAgency, at: "2026-11-25T08:00")
        try life.comes(.acknowledgement, by: "agencies/\(Samples.coAgency)", at: "2026-11-25T09:00")
        try life.order(.reroute, to: Samples.agency, at: "2026-11-25T10:00")
        #expect(life.dossier.agencies == [Samples.agency, Samples.coAgency])
        #expect(try life.result(by: Samples.coAgency, at: "2026-11-26T09:00") == nil)
        #expect(life.dossier.state == .accepted, "the part of one is no result")
        let held = life.dossier.workingSeconds(
            heldBy: Samples.coAgency, until: Samples.moment("2026-11-26T16:00"), calendar: try Samples.calendar)
        // From Monday 14:00 to Thursday 09:00, with a day off between.
        #expect(held == 13 * 3600)
        #expect(try life.result(by: Samples.coAgency) == .resultAlready)
        #expect(try life.result() == nil)
        #expect(try life.result() == .resultAlready)
    }

    @Test("What a co-agency said before it leads is no word that it has the dossier as the one that leads")
    func Dieu14_4_coAgencyLeads() throws {
        var life = try Life.complete()
        try life.comes(.acknowledgement, by: "agencies/\(Samples.coAgency)", at: "2026-11-23T15:00")
        try life.order(.reroute, to: Samples.coAgency, at: "2026-11-25T09:00")
        #expect(life.dossier.state == .accepted && life.dossier.handedOverAt == nil)
        #expect(life.dossier.deadlines?.handOver == Samples.moment("2026-11-25T15:00"))
        try life.comes(.acknowledgement, by: "agencies/\(Samples.coAgency)", at: "2026-11-25T14:00")
        #expect(life.dossier.state == .processing)
        #expect(life.dossier.handedOverAt == Samples.moment("2026-11-25T14:00"))
    }

    @Test("A co-agency that gave its part and leads later gives the result of the whole")
    func Dieu8_1b_leadAfterItsPart() throws {
        var life = try Life.complete()
        #expect(try life.result(by: Samples.coAgency, at: "2026-11-25T08:00") == nil)
        try life.order(.reroute, to: Samples.coAgency, at: "2026-11-25T09:00")
        try life.order(.reroute, to: Samples.agency, at: "2026-11-25T10:00")
        #expect(try life.result(by: Samples.coAgency) == .resultAlready)
        try life.order(.reroute, to: Samples.coAgency, at: "2026-11-25T11:00")
        #expect(try life.result(by: Samples.coAgency) == nil)
        #expect(life.dossier.resolvedAt == Samples.moment("2026-11-25T11:00"))
    }

    @Test("An agency that gets a dossier later has half a working day of its own, and a pause moves that alone")
    func Dieu14_4_rerouted() throws {
        var life = try Life.complete()
        try life.comes(.acknowledgement)
        let other = Samples.code("000.00.31.H34")
        try life.order(.hold)
        #expect(try life.order(.reroute, to: other, at: "2026-11-25T16:00"))
        #expect(life.dossier.deadlines?.handOver == Samples.moment("2026-11-26T10:00"))
        #expect(life.dossier.deadlines?.sameDayHandOver == Samples.moment("2026-11-26T07:00"))
        #expect(life.dossier.due == Samples.moment("2026-11-27T14:00"))
        #expect(life.dossier.handedOverAt == nil)
        try life.order(.release)
        #expect(life.dossier.state == .accepted, "the new agency said nothing yet")
        try life.comes(.acknowledgement, by: "agencies/\(other)", at: "2026-11-26T09:00")
        #expect(life.dossier.handedOverAt == Samples.moment("2026-11-26T09:00"))

        var paused = try Life.complete()
        try paused.comes(.request(), at: "2026-11-25T09:00")
        try paused.order(.reroute, to: other, at: "2026-11-25T16:00")
        try paused.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-26T14:00")
        #expect(paused.dossier.deadlines?.handOver == Samples.moment("2026-11-27T08:00"))
        #expect(paused.dossier.deadlines?.sameDayHandOver == Samples.moment("2026-11-26T17:00"))
        #expect(paused.dossier.handedOverAt == nil)
    }

    @Test("A hand-over that is done while the clock stands is measured by the time that the pause moved")
    func Dieu14_4_handedOverInPause() throws {
        var life = try Life.complete()
        try life.comes(.request(), at: "2026-11-25T09:00")
        let other = Samples.code("000.00.31.H34")
        try life.order(.reroute, to: other, at: "2026-11-25T16:00")
        try life.comes(.acknowledgement, by: "agencies/\(other)", at: "2026-11-26T13:00")
        try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-26T14:00")
        #expect(life.dossier.handedOverAt == Samples.moment("2026-11-26T13:00"))
        #expect(life.dossier.deadlines?.handOver == Samples.moment("2026-11-27T08:00"))
    }

    @Test("A changed calendar moves no hand-over that is done, neither by a person's word nor at the end of a pause")
    func Dieu14_4_doneBeforeTheCalendarChanged() throws {
        let old = try Samples.calendar
        let calendar = WorkingCalendar(hours: old.hours, holidays: [], workdays: [], decidedUntil: old.decidedUntil)
        func moved(_ life: Life) -> Deadlines? {
            RecountRuling.moved(life.dossier, procedure: life.procedure, calendar: calendar)
        }
        var life = try Life.complete()
        #expect(moved(life)?.handOver == Samples.moment("2026-11-24T08:00"))
        try life.comes(.acknowledgement, at: "2026-11-25T07:30")
        #expect(moved(life)?.handOver == Samples.moment("2026-11-25T08:00"))
        #expect(moved(life)?.sameDayHandOver == Samples.moment("2026-11-23T17:00"))
        #expect(moved(life)?.result == Samples.moment("2026-11-26T14:00"))
        try life.comes(.request(), at: "2026-11-25T09:00")
        let events = Standing.events(
            findings: [], dossier: life.dossier, procedure: life.procedure, calendar: calendar,
            now: Samples.moment("2026-11-26T09:00"))
        guard case .resumed(let resumed) = events.first else { throw Life.NotReceived() }
        #expect(resumed.handOver == Samples.moment("2026-11-25T08:00"))
        #expect(resumed.result == Samples.moment("2026-11-27T14:00"))
    }

    @Test(
        "A changed calendar leaves an extension's date, unless the published time would now end after it; that time moves beside it",
        arguments: [("2026-11-30T16:00", "2026-12-01T14:00"), ("2026-12-04T16:00", "2026-12-04T16:00")])
    func Dieu8_1a_extendedBeforeTheCalendarChanged(newDate: String, moved: String) throws {
        let off = WorkingCalendar.Holiday(
            from: try #require(Day("2026-11-24")), to: try #require(Day("2026-11-26")), name: "Bão")
        let old = try Samples.calendar
        let calendar = WorkingCalendar(
            hours: old.hours, holidays: [off], workdays: [], decidedUntil: old.decidedUntil)
        var life = try Life.complete()
        try life.comes(
            .extension(reason: "x", newDate: .moment(Samples.moment(newDate)), approvedBy: "Lân"),
            at: "2026-11-25T08:00")
        let dates = RecountRuling.moved(life.dossier, procedure: life.procedure, calendar: calendar)
        #expect(dates?.due == Samples.moment(moved))
        #expect(dates?.extendedAt == Samples.moment("2026-11-25T08:00"))
        #expect(dates?.isDueProvisional != true)
        #expect(dates?.result == Samples.moment("2026-12-01T14:00"))
    }

    @Test("A changed calendar moves the published time beside a shorter promise that it leaves")
    func Dieu8_1c_promisedBeforeTheCalendarChanged() throws {
        let day = try #require(Day("2026-11-27"))
        let old = try Samples.calendar
        let calendar = WorkingCalendar(
            hours: old.hours, holidays: old.holidays + [.init(from: day, to: day, name: "Bão")], workdays: [],
            decidedUntil: old.decidedUntil)
        var procedure = Samples.procedure()
        procedure.promisedDays = 2
        let life = try Life.complete(procedure: procedure)
        func moved(_ calendar: WorkingCalendar) -> Deadlines? {
            RecountRuling.moved(life.dossier, procedure: life.procedure, calendar: calendar)
        }
        #expect(moved(calendar)?.due == Samples.moment("2026-11-26T14:00"))
        #expect(moved(calendar)?.published == Samples.moment("2026-11-30T14:00"))
        #expect(moved(old) == nil)
    }

    @Test("A shorter promised time is the appointment; the published one stays beside it")
    func Dieu8_1c_promised() throws {
        var procedure = Samples.procedure()
        procedure.promisedDays = 2
        let life = try Life.complete(procedure: procedure)
        #expect(life.dossier.due == Samples.moment("2026-11-26T14:00"))
        #expect(life.dossier.deadlines?.published == Samples.moment("2026-11-27T14:00"))
    }

    @Test("Feedback is linked to its dossier, service and agency; an unknown code loses nothing")
    func Dieu9_4_feedback() throws {
        let life = try Life.complete()
        let said = FeedbackMessage(id: "f-1", at: nil, text: "Rõ ràng.")
        let linked = FeedbackRuling.rule(said, dossier: life.dossier, procedure: nil, sender: nil)
        guard case .feedback(let feedback) = linked.events.first else { throw Life.NotReceived() }
        #expect(linked.dossier == life.dossier.code)
        #expect(feedback.procedure == "2.000488")
        #expect(feedback.agency == Samples.agency)
        let loose = FeedbackRuling.rule(said, dossier: nil, procedure: nil, sender: nil)
        #expect(loose.events == [.feedback(Feedback(message: "f-1", text: "Rõ ràng."))])
    }

    @Test("An agency's petition stands in the same register, under the agency")
    func Dieu17_5_petition() throws {
        let said = FeedbackMessage(id: "f-2", at: nil, text: "Vướng mắc.")
        let ruled = FeedbackRuling.rule(said, dossier: nil, procedure: nil, sender: Samples.agency)
        guard case .feedback(let feedback) = ruled.events.first else { throw Life.NotReceived() }
        #expect(feedback.agency == Samples.agency)
    }

    @Test("An agency's yearly report needs something to read: a file that opens, or a roadmap")
    func Dieu17_3_yearlyReport() throws {
        func rule(_ fill: (inout YearlyReportMessage) -> Void, _ attachments: [SubmissionCase.Attachment] = []) -> Ruled
        {
            var message = YearlyReportMessage(
                id: "y-1", at: nil, year: 2026, attachments: attachments.map(\.declared))
            fill(&message)
            return YearlyReportRuling.rule(message, attachments: attachments, by: Samples.agency)
        }
        func reason(_ ruled: Ruled) -> String? {
            if case .rejected(let rejection) = ruled.events.first { rejection.reason } else { nil }
        }
        #expect(reason(rule { _ in }) == "no-file")
        #expect(reason(rule({ _ in }, [.init(declared: Samples.declared("BC", 1), paper: nil)])) == "faulty-paper")
        #expect(reason(rule({ _ in }, [Samples.attachment("BC", 1)])) == nil)
        #expect(reason(rule { $0.roadmap = [YearlyReport.Step(procedure: "2.000488", text: "")] }) == nil)
    }

    /// Monday to Friday, 07:30-11:30 and 13:30-17:00.
    private func ownHours() throws -> WorkingCalendar {
        let day = [(450, 690), (810, 1020)].compactMap { WorkingCalendar.Period(from: $0, to: $1) }
        let general = try Samples.calendar
        return WorkingCalendar(
            hours: general.hours.mapValues { _ in day }, holidays: general.holidays, workdays: [],
            decidedUntil: general.decidedUntil)
    }

    @Test("The half day of an agency that gets a dossier later is one of its own hours, also after a pause")
    func Dieu14_4_reroutedToOwnHours() throws {
        let other = Samples.code("000.00.31.H34")
        var life = try Life.complete()
        life.hours = [other: try ownHours()]
        try life.order(.reroute, to: other, at: "2026-11-25T16:00")
        #expect(life.dossier.deadlines?.handOver == Samples.moment("2026-11-26T10:15"))
        #expect(life.dossier.deadlines?.sameDayHandOver == Samples.moment("2026-11-26T07:30"))
        #expect(life.dossier.due == Samples.moment("2026-11-27T14:00"))
        #expect(RecountRuling.moved(try life.matter) == nil, "the same calendar moves nothing")

        var paused = try Life.complete()
        paused.hours = life.hours
        try paused.comes(.request(), at: "2026-11-25T09:00")
        try paused.order(.reroute, to: other, at: "2026-11-25T16:00")
        try paused.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-26T14:00")
        #expect(paused.dossier.deadlines?.handOver == Samples.moment("2026-11-27T08:15"))

        var early = try Life(Samples.submissionCase(attachments: []))
        early.hours = life.hours
        try early.order(.reroute, to: other, at: "2026-11-25T10:00")
        try early.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-25T16:00")
        #expect(early.dossier.deadlines?.handOver == Samples.moment("2026-11-26T10:15"))
        #expect(early.dossier.due == Samples.moment("2026-11-30T16:00"))

        // Back with the first, it is that one's hours again.
        try life.order(.reroute, to: Samples.agency, at: "2026-11-26T08:00")
        #expect(life.dossier.deadlines?.handOver == Samples.moment("2026-11-26T14:00"))
    }

    @Test("A dossier that another agency got in a ledger of before keeps the time for the hand-over that it has there")
    func Dieu14_4_reroutedBefore() throws {
        let other = Samples.code("000.00.31.H34")
        var life = try Life.complete()
        life.hours = [other: try ownHours()]
        let kept = Deadlines(
            procedure: life.procedure, calendar: try Samples.calendar, from: life.now,
            handOverFrom: Samples.moment("2026-11-25T16:00"))
        life.apply([.rerouted(to: other, PersonalAct(by: "hoa", reason: "đúng thẩm quyền"), kept)])
        #expect(life.dossier.handOverBy == Samples.agency)
        #expect(RecountRuling.moved(try life.matter) == nil)
        #expect(life.dossier.deadlines?.handOver == Samples.moment("2026-11-26T10:00"))
    }
}
