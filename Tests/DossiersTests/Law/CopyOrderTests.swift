import Bytes
import Dossiers
import Testing

@Suite("Điều 7.2a: certified copies, and when they count")
struct CopyOrderTests {
    /// Level 4, of which the identity card is absent or empty online.
    private func life(without size: Int? = nil, signed: Bool = false) throws -> Life {
        try Life(
            Samples.submissionCase(
                attachments: [card(1, size: size)], signatures: signed ? [Samples.signature()] : []))
    }

    private func card(_ byte: UInt8, size: Int? = 100, pages: Int? = nil) -> SubmissionCase.Attachment {
        var paper = size.map { Samples.paper("CCCD", byte, size: $0) }
        paper?.pages = pages
        return SubmissionCase.Attachment(
            declared: DeclaredAttachment(component: "CCCD", file: "cccd.pdf"), paper: paper)
    }

    private func post(
        _ components: [String] = ["CCCD"], on day: Day? = Day("2026-11-23"), pages: Int? = nil, to life: inout Life
    ) throws {
        let copies = components.map { component in
            var declared = DeclaredAttachment(component: component, file: "copy.pdf")
            declared.certifiedBy = "UBND phường"
            declared.certifiedOn = day
            var paper = Samples.paper(component, 50)
            paper.pages = pages
            return SubmissionCase.Attachment(declared: declared, paper: paper)
        }
        try life.comes(
            .postalCopy(trackingNumber: "RB1VN", receivedAt: life.now, attachments: copies.map(\.declared)),
            by: "postal", attachments: copies)
    }

    @Test(
        "A certified copy that comes before the file online counts once that is there, and staff hear that it lies ready",
        arguments: [nil, 0], [true, false])
    func Dieu7_2a_copyBeforeFile(size: Int?, signed: Bool) throws {
        var life = try life(without: size, signed: signed)
        try post(to: &life)
        #expect(life.dossier.state == .awaitingSupplement)
        let remarks = life.last.filter { if case .remarked = $0 { true } else { false } }
        #expect(remarks == [.remarked(.copyAside)])
        #expect(life.dossier.findings.contains(where: life.dossier.hasCopyAside))
        #expect(try life.supplement([card(5)], signatures: []) == nil)
        #expect(life.dossier.state == .accepted)
        #expect(life.dossier.findings.isEmpty && life.dossier.copiesAside.isEmpty)
        #expect(life.dossier.papers.map(\.vouched) == [.byCertification(by: "UBND phường", on: life.now.day)])
    }

    @Test("A copy of a paper that nobody asked for counts as well, once that comes online")
    func Dieu7_2a_optionalBeforeFile() throws {
        var life = try Life.complete()
        try post(["UQ"], to: &life)
        #expect(life.last.count == 1)
        let paper = SubmissionCase.Attachment(
            declared: DeclaredAttachment(component: "UQ", file: "uq.pdf"), paper: Samples.paper("UQ", 5))
        #expect(try life.supplement([paper], signatures: []) == nil)
        #expect(life.dossier.state == .accepted)
    }

    @Test("A form that is filled in after the copies came is signed by nobody yet")
    func Dieu7_2a_formAfterCopies() throws {
        var life = try life()
        try post(to: &life)
        #expect(try life.supplement([card(5)], forms: ["TK"], signatures: []) == nil)
        #expect(life.dossier.state == .awaitingPostalCopy)
        #expect(life.dossier.findings == [Finding(.unsigned, component: "TK")])
    }

    @Test("What an agency asks for anew no copy vouches for that came before, and one does that came since")
    func Dieu15_2_copyBeforeRequest() throws {
        for isSince in [true, false] {
            var life = try Life(Samples.submissionCase(signatures: []))
            try post(to: &life)
            #expect(life.dossier.state == .accepted)
            try life.comes(.request())
            if isSince { try post(to: &life) }
            #expect(try life.supplement([card(5)], signatures: [], at: "2026-11-25T09:00") == nil)
            #expect(life.dossier.state == (isSince ? .processing : .awaitingPostalCopy))
        }
    }

    @Test("A copy that came before differs as visibly as one that comes after, as long as its paper is there")
    func Dieu7_2a_differsBeforeFile() throws {
        var life = try life()
        try post(pages: 3, to: &life)
        try life.supplement([card(5, pages: 2)], signatures: [])
        #expect(life.dossier.state == .accepted)
        let differs = Finding(.copyDiffers, component: "CCCD", file: "cccd.pdf", found: "3", expected: "2")
        #expect(life.dossier.findings == [differs])
        try life.supplement([Samples.attachment("KHAC", 9)])
        #expect(life.dossier.findings.contains(differs))
    }

    @Test("A ledger of before keeps what it says, and a copy that it put aside counts with what comes next")
    func earlierLedger() throws {
        var life = try life()
        try post(to: &life)
        let asked = Finding(.unsigned, component: "CCCD", file: "cccd.pdf")
        let paper = ExaminedPaper(component: "CCCD", paper: Samples.paper("CCCD", 5))
        life.apply([
            .examined(Examination(papers: [paper], findings: [asked], signatures: [])),
            .waiting(state: .awaitingPostalCopy),
        ])
        #expect(life.dossier.state == .awaitingPostalCopy && life.dossier.findings == [asked])
        try post([], to: &life)
        #expect(life.dossier.state == .accepted)
    }

    @Test("A day of certification that has not come vouches for nothing, whatever else is said")
    func Dieu7_2a_certifiedAhead() throws {
        for day in ["2026-11-24", "2027-11-20"] {
            var life = try Life(Samples.submissionCase(signatures: []))
            try post(on: Day(day), to: &life)
            #expect(life.dossier.state == .awaitingPostalCopy)
            #expect(life.last.contains(.remarked(.copyNotCounted)))
            let copy = try #require(life.dossier.postalCopies.last)
            #expect(copy.findings == [Finding(.notCertified, component: "CCCD", file: "cccd.pdf", found: day)])
            #expect((copy.papers + life.dossier.papers).allSatisfy { $0.vouched == .byNothing })
            try post(to: &life)
            #expect(life.dossier.state == .accepted)
        }
        var waiting = try life(signed: true)
        try post(on: Day("2026-11-24"), to: &waiting)
        #expect(waiting.last.contains(.remarked(.copyNotCounted)) && waiting.dossier.copiesAside.isEmpty)
    }
}
