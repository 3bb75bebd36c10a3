import Bytes
import Dossiers
import Testing

@Suite("Điều 6: accounts, and what they may do later")
struct AccountTests {
    /// A dossier whose card is unreadable: its citizen is asked for it.
    private func waiting(level: Int = 3) throws -> Life {
        var life = try Life(Samples.submissionCase(level: level, attachments: [empty("CCCD")]))
        #expect(life.dossier.state == .awaitingSupplement)
        life.now = Samples.moment("2026-11-25T09:00")
        return life
    }

    private func empty(_ component: String) -> SubmissionCase.Attachment {
        .init(
            declared: DeclaredAttachment(component: component, file: "x.pdf"),
            paper: Samples.paper(component, 2, size: 0))
    }

    @Test("From level 3 on a submission needs a registered account; level 2 does not", arguments: [2, 3, 4])
    func Dieu6_2_registeredAccount(level: Int) throws {
        let submission = Samples.submissionCase(level: level, registered: false)
        let refused = Examiner.examine(submission).findings.contains { $0.code == .unregisteredAccount }
        #expect(refused == (level >= 3))
    }

    @Test("A supplement joins the same dossier and completes it; the clock starts then")
    func Dieu6_2_supplementJoins() throws {
        var life = try waiting()
        #expect(try life.supplement([Samples.attachment("CCCD", 5)]) == nil)
        #expect(life.dossier.state == .accepted)
        #expect(life.dossier.deadlines?.from == Samples.moment("2026-11-25T09:00"))
        #expect(life.dossier.papers.map(\.paper.sha256) == [Samples.digest(5)])
        #expect(life.dossier.supplements.map(\.replaced) == [["CCCD"]])
        #expect(life.dossier.findings.isEmpty)
    }

    @Test(
        "A supplement or a withdrawal from another account, or from none, is refused", arguments: ["0911111111", nil])
    func Dieu6_2_otherAccount(account: String?) throws {
        var life = try waiting()
        let account = PersonalText(account)
        #expect(try life.supplement([Samples.attachment("CCCD", 5)], account: account) == .otherAccount)
        #expect(try life.comes(.withdrawal(account: account, reason: nil), by: "online") == .otherAccount)
        #expect(life.dossier.state == .awaitingSupplement)
    }

    @Test("Who has no account brings what was asked for, and changes nothing else")
    func Dieu6_2_withoutAccount() throws {
        func submission(_ attachments: [SubmissionCase.Attachment]) -> SubmissionCase {
            Samples.submissionCase(level: 2, attachments: attachments, account: nil)
        }
        var whole = try Life(submission([Samples.attachment("CCCD", 2)]))
        try #require(whole.dossier.state == .accepted)
        #expect(try whole.supplement([Samples.attachment("CCCD", 5)], account: nil) == .notAskedFor)
        #expect(whole.dossier.papers.map(\.paper.sha256) == [Samples.digest(2)])
        var waiting = try Life(submission([empty("CCCD"), Samples.attachment("UQ", 3)]))
        try #require(waiting.dossier.state == .awaitingSupplement)
        let both = [Samples.attachment("CCCD", 5), Samples.attachment("UQ", 6)]
        #expect(try waiting.supplement(both, account: nil) == .notAskedFor)
        #expect(waiting.detail == "UQ")
        let copied = [Samples.attachment("CCCD", 3), Samples.attachment("UQ", 5)]
        #expect(try waiting.supplement(copied, account: nil) == .notAskedFor)
        // What came before comes along as it was.
        let again = [Samples.attachment("CCCD", 5), Samples.attachment("UQ", 3)]
        #expect(try waiting.supplement(again, account: nil, forms: ["TK"]) == nil)
        #expect(waiting.dossier.state == .accepted)
    }

    @Test("Of one file that came as two papers, either may be put right without an account")
    func Dieu6_2_sameFileTwiceWithoutAccount() throws {
        for component in ["CCCD", "UQ"] {
            var life = try Life(
                Samples.submissionCase(
                    level: 2, attachments: [Samples.attachment("CCCD", 2), Samples.attachment("UQ", 2)], account: nil))
            try #require(life.dossier.state == .awaitingSupplement)
            #expect(try life.supplement([Samples.attachment(component, 5)], account: nil) == nil)
        }
    }

    @Test("A supplement that mends one fault leaves the others, and the dossier waits on")
    func Dieu6_2_partialSupplement() throws {
        var life = try Life(Samples.submissionCase(level: 3, attachments: [empty("CCCD"), empty("UQ")]))
        #expect(try life.supplement([Samples.attachment("CCCD", 5)]) == nil)
        #expect(life.dossier.state == .awaitingSupplement)
        #expect(life.dossier.findings.map(\.component) == ["UQ"])
    }

    @Test("A sound paper beside a sound one is added; one of the same name takes its place")
    func Dieu6_2_addsOrReplaces() throws {
        var life = try Life.complete(level: 3)
        let back = SubmissionCase.Attachment(
            declared: DeclaredAttachment(component: "CCCD", file: "back.pdf"),
            paper: Paper(file: "back.pdf", size: 100, sha256: Samples.digest(6), type: .pdf))
        #expect(try life.supplement([back]) == nil)
        #expect(life.dossier.papers.count == 2)
        #expect(try life.supplement([Samples.attachment("CCCD", 7)]) == nil)
        #expect(life.dossier.papers.count == 2)
        #expect(life.dossier.state == .accepted)
    }

    @Test("What would spoil a complete dossier takes no effect, and is answered")
    func Dieu6_2_faultySupplement() throws {
        var life = try Life.complete(level: 3)
        #expect(try life.supplement([empty("CCCD")]) == .faultySupplement)
        #expect(life.detail == "empty-file")
        #expect(life.dossier.state == .accepted)
    }

    @Test("A form that is signed anew, with its attachments named by digest, mends a broken signature online")
    func Dieu7_2a_signedAnew() throws {
        var life = try Life(Samples.submissionCase(signatures: []))
        #expect(life.dossier.state == .awaitingPostalCopy)
        let named = SubmissionCase.Attachment(declared: Samples.declared("CCCD", 1), paper: nil)
        #expect(try life.supplement([named], forms: ["TK"]) == nil)
        #expect(life.dossier.state == .accepted)
        #expect(life.dossier.papers.map(\.vouched) == [.byForm(signature: 1)])
    }

    @Test("What the post settled is not asked for again after a supplement")
    func Dieu7_2a_settledByPost() throws {
        var life = try Life(Samples.submissionCase(signatures: []))
        var certified = Samples.declared("CCCD", 5)
        certified.certifiedBy = "UBND phường Quyết Thắng"
        certified.certifiedOn = Day("2026-11-23")
        let copy = SubmissionCase.Attachment(declared: certified, paper: Samples.paper("CCCD", 5))
        try life.comes(
            .postalCopy(trackingNumber: "RB1VN", receivedAt: life.now, attachments: [certified]), by: "postal",
            attachments: [copy])
        #expect(life.dossier.state == .accepted)
        #expect(try life.comes(.request(["UQ"])) == nil)
        #expect(try life.supplement([Samples.attachment("UQ", 8)], at: "2026-11-25T14:00") == nil)
        #expect(life.dossier.state == .processing)
        #expect(life.dossier.findings.isEmpty)
    }
}
