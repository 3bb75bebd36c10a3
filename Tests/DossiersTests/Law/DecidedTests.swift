import Dossiers
import Signatures
import Testing

/// What a person of the office has to decide takes none of the citizen's time.
@Suite("Điều 14.2: the clock while a person decides")
struct DecidedTests {
    private let stranger = Samples.signature(by: "079085004321")

    /// Complete on Monday 23/11 at 14:00 and due on Friday 27/11 at 14:00; asked for the card on Wednesday at 09:00, which comes an
    /// hour later, signed by somebody else.
    private func looked() throws -> Life {
        var life = try Life.ofTwoForms([Samples.signature(by: "062090001234")], forms: ["TK"])
        #expect(life.dossier.state == .accepted)
        try life.comes(.request(), at: "2026-11-25T09:00")
        #expect(life.dossier.isPaused && life.dossier.nationalState == 5)
        try life.supplement([Samples.attachment("CCCD", 5)], signatures: [stranger], at: "2026-11-25T10:00")
        #expect(life.dossier.state == .held)
        return life
    }

    @Test("When all that was asked for has come and a person has to look at it, the clock runs")
    func Dieu14_2_decisionStopsNoClock() throws {
        let life = try looked()
        #expect(!life.dossier.isPaused)
        #expect(life.dossier.pauses.first?.isAnswered == true)
        #expect(life.dossier.due == Samples.moment("2026-11-27T15:00"))
        #expect(life.dossier.nationalState == 4)
        #expect(life.dossier.isOverdue(at: Samples.moment("2026-11-30T08:00")))
    }

    @Test("A release lets it go on by the date that it has, however late it comes, and tells its citizen")
    func Dieu14_2_releasedLater() throws {
        var life = try looked()
        try life.order(.release, at: "2026-12-02T09:00")
        #expect(life.dossier.state == .processing)
        #expect(life.dossier.due == Samples.moment("2026-11-27T15:00"))
        #expect(life.dossier.pauses.map(\.to) == [Samples.moment("2026-11-25T10:00")])
        #expect(life.last.contains { if case .resumed = $0 { true } else { false } })
    }

    @Test("A release that moves no date leaves a drafted apology where it is")
    func Dieu15_1_draftKept() throws {
        var life = try looked()
        life.apply([
            .apologyDrafted(Apology(reason: "Chờ đo đạc", newDate: Samples.moment("2026-12-01T17:00")))
        ])
        try life.order(.release, at: "2026-11-30T09:00")
        #expect(life.dossier.state == .processing && life.dossier.apology != nil)
    }

    @Test("What else comes while a person looks is taken, and lets it go on where it mends what was to be looked at")
    func Dieu14_2_mendedMeanwhile() throws {
        var life = try Life.ofTwoForms([Samples.signature(by: "062090001234")], forms: ["TK"])
        life.policy = .intact
        try life.comes(.request(), at: "2026-11-25T09:00")
        try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-25T10:00")
        #expect(life.dossier.findings.map(\.code) == [.signatureUndetermined])
        #expect(life.dossier.state == .held && !life.dossier.isPaused)
        let sound = [Samples.signature(intact: .passed)]
        #expect(try life.supplement([Samples.attachment("UQ", 6)], signatures: sound, at: "2026-11-25T11:00") == nil)
        #expect(life.dossier.state == .held)
        #expect(try life.supplement([Samples.attachment("CCCD", 7)], signatures: sound) == nil)
        #expect(life.dossier.state == .processing)
        #expect(life.dossier.due == Samples.moment("2026-11-27T15:00"))
    }

    @Test("While a person looks, no paper that its citizen would be asked for takes the place of a sound one")
    func Dieu14_2_faultyMeanwhile() throws {
        var life = try Life.ofTwoForms([Samples.signature(by: "062090001234")], forms: ["TK"])
        life.policy = .intact
        try life.comes(.request(), at: "2026-11-25T09:00")
        try life.supplement([Samples.attachment("CCCD", 5)], at: "2026-11-25T10:00")
        let sound = [Samples.signature(intact: .passed)]
        try life.supplement([Samples.attachment("UQ", 6)], signatures: sound, at: "2026-11-25T11:00")
        let before = life.dossier
        #expect(before.state == .held)
        #expect(try life.supplement([Samples.attachment("UQ", 7)], signatures: []) == .faultySupplement)
        #expect(life.dossier.papers == before.papers && life.dossier.findings == before.findings)
        try life.order(.release, at: "2026-11-25T13:30")
        #expect(life.dossier.state == .processing && !life.dossier.isPaused)
    }

    @Test("The clock stands on while something that was asked for is still to come, whoever decides meanwhile")
    func Dieu14_2_stillAwaited() throws {
        var life = try Life.ofTwoForms([Samples.signature(by: "062090001234")], forms: ["TK"])
        try life.comes(.request(), at: "2026-11-25T09:00")
        try life.supplement([Samples.attachment("CCCD", 5)], signatures: [], at: "2026-11-25T10:00")
        #expect(life.dossier.state == .awaitingPostalCopy)
        try life.supplement([Samples.attachment("UQ", 6)], signatures: [stranger], at: "2026-11-25T11:00")
        #expect(life.dossier.state == .held)
        #expect(life.dossier.isPaused && life.dossier.nationalState == 5)
    }
    @Test("One paper to be looked at and one to be asked for, in one go, leave the clock standing for the latter")
    func Dieu14_2_inOneGo() throws {
        var life = try Life.ofTwoForms([Samples.signature(by: "062090001234")], forms: ["TK"])
        life.policy = .intact
        try life.comes(.request(["CCCD", "UQ"]), at: "2026-11-25T09:00")
        var card = Samples.paper("CCCD", 5)
        card.signatures = [Samples.signature()]
        let papers = [
            SubmissionCase.Attachment(declared: Samples.declared("CCCD", 5), paper: card), Samples.attachment("UQ", 6),
        ]
        try life.supplement(papers, signatures: [], at: "2026-11-25T10:00")
        #expect(Set(life.dossier.findings.map(\.code)) == [.signatureUndetermined, .unsigned])
        #expect(life.dossier.state == .held && life.dossier.isPaused && life.dossier.asksCitizen)
        let sound = [Samples.signature(intact: .passed)]
        #expect(try life.supplement([Samples.attachment("UQ", 7)], signatures: sound, at: "2026-11-25T11:00") == nil)
        #expect(life.dossier.state == .held && !life.dossier.isPaused && !life.dossier.asksCitizen)
    }
}
