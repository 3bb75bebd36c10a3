import Bytes
import Dossiers
import Signatures
import Testing

@Suite("Điều 14.2: what a supplement takes the place of")
struct SupplementTests {
    /// A file of a component that may have several; without bytes where `size` is 0, and absent where it is nil.
    private func file(_ name: String, _ byte: UInt8, size: Int? = 100, of component: String = "CCCD")
        -> SubmissionCase.Attachment
    {
        SubmissionCase.Attachment(
            declared: DeclaredAttachment(component: component, file: name),
            paper: size.map { Paper(file: name, size: $0, sha256: Samples.digest(byte), type: .pdf) })
    }

    private func life(_ attachments: [SubmissionCase.Attachment], level: Int = 3) throws -> Life {
        try Life(Samples.submissionCase(level: level, attachments: attachments))
    }

    private func names(_ life: Life) -> [String] { life.dossier.papers.map(\.paper.file).sorted() }

    @Test("Of two files that are absent the one that does not come is still asked for, whatever the other is called")
    func Dieu3_4_absentFiles() throws {
        for (name, open) in [("front.pdf", "back.pdf"), ("back.pdf", "front.pdf"), ("1.pdf", "back.pdf")] {
            var life = try life([file("front.pdf", 1, size: nil), file("back.pdf", 2, size: nil)])
            #expect(try life.supplement([file(name, 5)]) == nil)
            #expect(life.dossier.state == .awaitingSupplement)
            #expect(life.dossier.findings == [Finding(.missingFile, component: "CCCD", file: open)])
            #expect(try life.supplement([file("2.pdf", 6)]) == nil)
            #expect(life.dossier.state == .accepted)
            #expect(names(life) == [name, "2.pdf"].sorted())
        }
    }

    @Test("Each form keeps its own signatures, and one that nobody examines has none")
    func signaturesOfEachForm() throws {
        var life = try Life.complete()
        let own = life.dossier.signatures
        #expect(!own.isEmpty)
        let other = Samples.signature(intact: .passed)
        try life.supplement([Samples.attachment("CCCD", 5)], forms: ["TK"], signatures: [other])
        try life.result()
        let claims = life.dossier.claims
        #expect(claims.map(life.dossier.signatures(ofFormIn:)) == [own, [other], []])
        #expect(
            claims.map(life.dossier.vouching(ofFormIn:)) == [.byNothing, .byItself(signature: 1), .byNothing])
    }

    @Test(
        "A sound file stays beside the one that is sent again, whatever that is called now",
        arguments: ["back.pdf", "x.pdf"])
    func Dieu14_1_soundFileStays(name: String) throws {
        var life = try life([file("front.pdf", 1), file("back.pdf", 2, size: 0)])
        #expect(try life.supplement([file(name, 5)]) == nil)
        #expect(life.dossier.state == .accepted)
        #expect(names(life) == [name, "front.pdf"].sorted())
        #expect(life.dossier.papers.allSatisfy { $0.component == "CCCD" })
    }

    @Test("Of two broken files the one that is not sent again is still asked for", arguments: ["front.pdf", "x.pdf"])
    func Dieu3_4_brokenFiles(name: String) throws {
        var life = try life([file("front.pdf", 1, size: 0), file("back.pdf", 2, size: 0)])
        #expect(try life.supplement([file(name, 5)]) == nil)
        #expect(life.dossier.state == .awaitingSupplement)
        #expect(life.dossier.findings.map(\.file) == ["back.pdf"])
        #expect(names(life) == ["back.pdf", name].sorted())
    }

    @Test("A file that is not the declared one is still asked for when another of its component comes")
    func Dieu14_1_notTheDeclaredOne() throws {
        var shorter = DeclaredAttachment(component: "CCCD", file: "back.pdf")
        shorter.size = 200
        let other = file("back.pdf", 2)
        var life = try life([
            file("front.pdf", 1, size: 0), SubmissionCase.Attachment(declared: shorter, paper: other.paper),
        ])
        #expect(try life.supplement([file("front.pdf", 5)]) == nil)
        #expect(life.dossier.state == .awaitingSupplement)
        #expect(life.dossier.findings.map(\.code) == [.sizeMismatch])
        #expect(try life.supplement([file("back.pdf", 6)]) == nil)
        #expect(life.dossier.state == .accepted)
    }

    @Test("At level 4 what is signed anew leaves the other unsigned file to the post")
    func Dieu7_2a_oneOfTwoSigned() throws {
        var life = try life([file("front.pdf", 1), file("back.pdf", 2)], level: 4)
        #expect(life.dossier.state == .awaitingPostalCopy)
        #expect(try life.supplement([Samples.attachment("CCCD", 5)], forms: ["TK"]) == nil)
        #expect(life.dossier.state == .awaitingPostalCopy)
        #expect(life.dossier.findings.map(\.file) == ["back.pdf"])
    }

    /// The office scans a paper for the dossier, without a form.
    private func scan(_ attachment: SubmissionCase.Attachment, for life: inout Life) throws {
        let declared = attachment.declared
        try life.comes(
            .scan(component: declared.component, file: declared.file), by: "postal", attachments: [attachment])
    }

    @Test("The citizen is not asked for a broken scan of the office, whose staff are told")
    func Dieu14_1_brokenScan() throws {
        var waiting = try life([file("front.pdf", 1, size: 0)])
        try scan(file("scan.pdf", 2, size: 0, of: "Scan0001"), for: &waiting)
        #expect(waiting.last.contains(.remarked(.scanFaulty)))
        #expect(try waiting.supplement([file("front.pdf", 5)]) == nil)
        #expect(waiting.dossier.state == .accepted)
        #expect(waiting.dossier.findings.isEmpty)
        #expect(names(waiting) == ["front.pdf", "scan.pdf"])
    }

    @Test("A faultless supplement is taken in whatever the office scanned for a complete dossier")
    func Dieu14_1_brokenScanOfComplete() throws {
        var complete = try life([file("front.pdf", 1)])
        try scan(file("scan.pdf", 2, size: 0, of: "UQ"), for: &complete)
        #expect(try complete.supplement([file("front.pdf", 5)]) == nil)
        #expect(complete.dossier.state == .accepted)
    }

    @Test("A sound scan completes nothing, with a supplement of another component either")
    func Dieu14_1_soundScanCompletesNothing() throws {
        var waiting = try life([file("uq.pdf", 1, size: 0, of: "UQ")])
        try scan(file("scan.pdf", 2), for: &waiting)
        #expect(try waiting.supplement([file("uq.pdf", 5, of: "UQ")]) == nil)
        #expect(waiting.dossier.findings == [Finding(.missingComponent, component: "CCCD")])
        #expect(try waiting.supplement([file("front.pdf", 6)]) == nil)
        #expect(waiting.dossier.state == .accepted)
    }

    @Test("What the officer should know of the submission stays, whatever a supplement mends")
    func Dieu16_1_remarksStay() throws {
        var early = Samples.submissionCase(level: 3, attachments: [file("front.pdf", 1, size: 0)])
        early = SubmissionCase(
            submission: early.submission, attachments: early.attachments, unlisted: [], procedure: early.procedure,
            accountIsRegistered: true, policy: early.policy, now: Samples.moment("2026-11-23T08:00"))
        early.accountName = "Bình"
        var life = try Life(early, at: "2026-11-23T08:00")
        for (at, size) in [("2026-11-23T08:10", 0), ("2026-11-23T14:00", 100)] {
            #expect(try life.supplement([file("front.pdf", 5, size: size)], at: at) == nil)
            let remarks = life.dossier.findings.filter { $0.severity == .remark }.map(\.code.rawValue)
            #expect(remarks.sorted() == ["future-time", "submitter-differs"])
        }
        #expect(life.dossier.state == .accepted)
    }

    @Test("Who signed one of two forms is not settled by the other, and whoever signs that is looked at too")
    func Dieu4_6_signerOfTwoForms() throws {
        func signed(by number: String) -> [SignatureReport] { [Samples.signature(by: number)] }
        func life(signedBy number: String) throws -> Life { try Life.ofTwoForms(signed(by: number)) }
        var other = try life(signedBy: "079085004321")
        #expect(other.dossier.state == .held)
        try other.supplement([], forms: ["TK2"], signatures: signed(by: "062090001234"))
        #expect(other.dossier.state == .held)
        try other.supplement([], forms: ["TK"], signatures: signed(by: "062090001234"))
        #expect(other.dossier.state == .accepted)

        var asked = try life(signedBy: "062090001234")
        try asked.comes(.request(["TK2"]))
        try asked.supplement([], forms: ["TK2"], signatures: signed(by: "079085004321"), at: "2026-11-25T09:00")
        #expect(asked.dossier.state == .held)
        #expect(asked.dossier.findings == [Finding(.signerDiffers, component: "TK2")])
    }

    @Test("What an agency asks for is replaced whole")
    func Dieu15_2_askedWhole() throws {
        var life = try life([file("front.pdf", 1), file("back.pdf", 2)])
        try life.comes(.request())
        #expect(try life.supplement([file("both.pdf", 5)], at: "2026-11-25T09:00") == nil)
        #expect(life.dossier.state == .processing)
        #expect(names(life) == ["both.pdf"])
    }
}
