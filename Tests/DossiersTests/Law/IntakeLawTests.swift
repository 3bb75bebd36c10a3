import Bytes
import Dossiers
import Signatures
import Testing

@Suite("Điều 1 to 7 and 14: what is looked at when a dossier comes")
struct IntakeLawTests {
    private func codes(_ submissionCase: SubmissionCase) -> [FindingCode] {
        Examiner.examine(submissionCase).findings.map(\.code)
    }

    @Test("What is received before 20 April 2018 is flagged for a person, and not judged by this decree")
    func QD_Dieu2_inForce() {
        func received(_ day: String) -> [FindingCode] {
            codes(
                SubmissionCase(
                    submission: Samples.submission(attachments: []), attachments: [], unlisted: [],
                    procedure: Samples.procedure(), accountIsRegistered: true, policy: .present,
                    now: Samples.moment(day)))
        }
        #expect(received("2018-04-19T23:59") == [.beforeRules])
        #expect(received("2018-04-20T00:00").first == .missingComponent)
        #expect(Finding(.beforeRules).severity == .hold)
    }

    @Test("A procedure that the catalogue does not have is refused")
    func Dieu1_outsideTheCatalogue() {
        let examined = Examiner.examine(Samples.submissionCase(procedure: nil))
        #expect(examined.findings.contains { $0.code == .unknownProcedure && $0.severity == .refusal })
    }

    @Test("Every fault is named at once, never one by one")
    func Dieu3_4_allAtOnce() {
        let empty = SubmissionCase.Attachment(
            declared: Samples.declared("CCCD", 1), paper: Samples.paper("CCCD", 1, size: 0))
        let found = codes(
            Samples.submissionCase(
                level: 3, attachments: [empty], unlisted: [Samples.paper("X", 9)], forms: []))
        #expect(Set(found).isSuperset(of: [.emptyFile, .unlistedFile, .missingComponent]))
    }

    @Test("At level 3 each paper is a file of its own, and each file is named", arguments: [2, 3])
    func Dieu7_1a_oneFileEach(level: Int) {
        let twice = [
            Samples.attachment("CCCD", 1),
            SubmissionCase.Attachment(declared: Samples.declared("UQ", 1), paper: Samples.paper("UQ", 1)),
        ]
        #expect(codes(Samples.submissionCase(level: level, attachments: twice)) == [.sameFileTwice])
        #expect(codes(Samples.submissionCase(level: level, unlisted: [Samples.paper("X", 9)])) == [.unlistedFile])
    }

    @Test("At level 3 neither a signature nor a certified copy is asked for; a signature does no harm")
    func Dieu7_1a_noCertificate() {
        #expect(codes(Samples.submissionCase(level: 3, signatures: [])).isEmpty)
        #expect(codes(Samples.submissionCase(level: 3)).isEmpty)
    }

    @Test("At level 3 the originals of the papers that came are brought for comparison")
    func Dieu7_1a_originals() throws {
        let life = try Life.complete(level: 3)
        #expect(life.dossier.originalsToCompare(life.procedure).map(\.id) == ["CCCD"])
        #expect(try Life.complete(level: 4).dossier.originalsToCompare(life.procedure).isEmpty)
    }

    @Test("At level 4 the form and every attachment are signed, else certified copies by post make up for what is not")
    func Dieu7_2a_mixed() {
        let unsigned = SubmissionCase.Attachment(
            declared: DeclaredAttachment(component: "UQ", file: "uq.pdf"), paper: Samples.paper("UQ", 2))
        let findings = Examiner.examine(
            Samples.submissionCase(attachments: [Samples.attachment("CCCD", 1), unsigned])
        ).findings
        #expect(findings == [Finding(.unsigned, component: "UQ", file: "uq.pdf")])
        #expect(findings.first?.severity == .postalCopy)
    }

    @Test(
        "A lone scan of the office's is certified by nobody, whether copies come after it or before",
        arguments: [true, false])
    func Dieu7_2a_loneScan(isFirst: Bool) throws {
        var life = try Life(Samples.submissionCase(signatures: []))
        func scan() throws {
            let file = Paper(file: "scan.pdf", size: 100, sha256: Samples.digest(8), type: .pdf)
            try life.comes(
                .scan(component: "CCCD", file: "scan.pdf"), by: "postal",
                attachments: [
                    .init(declared: DeclaredAttachment(component: "CCCD", file: "scan.pdf"), paper: file)
                ])
        }
        if isFirst { try scan() }
        var certified = DeclaredAttachment(component: "CCCD", file: "copy.pdf")
        certified.certifiedBy = "UBND phường"
        certified.certifiedOn = life.now.day
        try life.comes(
            .postalCopy(trackingNumber: "RB1VN", receivedAt: life.now, attachments: [certified]), by: "postal",
            attachments: [.init(declared: certified, paper: Samples.paper("CCCD", 5))])
        if !isFirst { try scan() }
        #expect(life.dossier.state == .accepted)
        let vouched = Dictionary(uniqueKeysWithValues: life.dossier.papers.map { ($0.paper.file, $0.vouched) })
        #expect(
            vouched == ["cccd.pdf": .byCertification(by: "UBND phường", on: life.now.day), "scan.pdf": .byNothing])
    }

    @Test(
        "A paper that does not fit its own signature is shown to the officer still, once certified copies came",
        arguments: ["CCCD", "UQ"])
    func Dieu4_6_unfittingAfterCopies(component: String) throws {
        var altered = Samples.paper(component, 1)
        altered.signatures = [Samples.brokenSignature]
        let attachments = ["CCCD", "UQ"].map {
            $0 == component
                ? SubmissionCase.Attachment(declared: Samples.declared($0, 1), paper: altered)
                : Samples.attachment($0, 2)
        }
        var life = try Life(Samples.submissionCase(attachments: attachments, signatures: [], policy: .intact))
        #expect(life.dossier.findings.contains { $0.code == .signatureBroken && $0.component == component })
        try post(["CCCD"], to: &life)
        #expect(life.dossier.state == .accepted)
        let shown = Finding(.paperSignatureBroken, component: component, file: component.lowercased() + ".pdf")
        #expect(life.dossier.findings.filter { $0.code == .paperSignatureBroken } == [shown])
        try life.supplement([Samples.attachment("KHAC", 9)], signatures: [Samples.signature(intact: .passed)])
        #expect(life.dossier.findings.filter { $0.code == .paperSignatureBroken } == [shown])
    }

    @Test("A copy with another number of pages than the paper online is shown as different, and counts")
    func Dieu7_2a_differences() throws {
        var online = Samples.paper("CCCD", 1)
        online.pages = 2
        var life = try Life(
            Samples.submissionCase(
                attachments: [.init(declared: Samples.declared("CCCD", 1), paper: online)], signatures: []))
        var certified = DeclaredAttachment(component: "CCCD", file: "copy.pdf")
        certified.certifiedBy = "UBND phường"
        certified.certifiedOn = Day("2026-11-23")
        var copy = Samples.paper("CCCD", 5)
        copy.pages = 3
        try life.comes(
            .postalCopy(trackingNumber: "RB1VN", receivedAt: life.now, attachments: [certified]), by: "postal",
            attachments: [.init(declared: certified, paper: copy)])
        #expect(life.dossier.postalCopies.first?.findings.map(\.code) == [.copyDiffers])
        #expect(life.dossier.state == .accepted)
    }

    @Test("A copy counts as whatever the post scans it to, and one that does not count is told to staff")
    func Dieu7_2a_copiesOfThePost() throws {
        func comes(_ type: MediaType, certified: Bool) throws -> Life {
            var life = try Life(
                Samples.submissionCase(attachments: [Samples.attachment("CCCD", 1)], signatures: []))
            var declared = DeclaredAttachment(component: "CCCD", file: "copy")
            if certified {
                declared.certifiedBy = "UBND phường"
                declared.certifiedOn = Day("2026-11-23")
            }
            try life.comes(
                .postalCopy(trackingNumber: "RB1VN", receivedAt: life.now, attachments: [declared]), by: "postal",
                attachments: [.init(declared: declared, paper: Samples.paper("CCCD", 5, type: type))])
            return life
        }
        let scanned = try comes(.tiff, certified: true)
        #expect(scanned.procedure.component("CCCD")?.types.contains(.tiff) == false)
        #expect(scanned.dossier.state == .accepted)
        for life in [try comes(.unknown, certified: true), try comes(.pdf, certified: false)] {
            #expect(life.dossier.state == .awaitingPostalCopy)
            #expect(life.last.contains(.remarked(.copyNotCounted)))
        }
    }

    @Test("A copy for what waits for a supplement mends nothing, and staff hear of it")
    func Dieu7_2a_copyNotAsked() throws {
        var certified = DeclaredAttachment(component: "CCCD", file: "copy.pdf")
        certified.certifiedBy = "UBND phường"
        certified.certifiedOn = Day("2026-11-23")
        func comes(to life: inout Life) throws {
            try life.comes(
                .postalCopy(trackingNumber: "RB1VN", receivedAt: life.now, attachments: [certified]), by: "postal",
                attachments: [.init(declared: certified, paper: Samples.paper("CCCD", 5))])
        }
        var waiting = try Life(Samples.submissionCase(level: 3, attachments: []))
        try comes(to: &waiting)
        #expect(waiting.dossier.state == .awaitingSupplement)
        #expect(waiting.last.contains(.remarked(.copyNotAsked)))
        var complete = try Life.complete(level: 3)
        try comes(to: &complete)
        #expect(complete.last.count == 1)
    }

    /// A copy by post; certified, without bytes where `size` is 0.
    private func post(_ components: [String], size: Int = 100, certified: Bool = true, to life: inout Life) throws {
        let attachments = components.enumerated().map { index, component in
            var declared = DeclaredAttachment(component: component, file: component.lowercased() + ".pdf")
            if certified {
                declared.certifiedBy = "UBND phường"
                declared.certifiedOn = Day("2026-11-23")
            }
            return SubmissionCase.Attachment(
                declared: declared, paper: Samples.paper(component, UInt8(50 + index), size: size))
        }
        try life.comes(
            .postalCopy(trackingNumber: "RB1VN", receivedAt: life.now, attachments: attachments.map(\.declared)),
            by: "postal", attachments: attachments)
    }

    /// A dossier of which the forms alone are not signed.
    private func formsAlone(_ forms: [String]) throws -> Life {
        var paper = Samples.paper("CCCD", 1)
        paper.signatures = [Samples.signature()]
        let procedure = try Life.ofTwoForms([]).procedure
        return try Life(
            Samples.submissionCase(
                attachments: [.init(declared: Samples.declared("CCCD", 1), paper: paper)], signatures: [],
                procedure: procedure, forms: forms), procedure: procedure)
    }

    @Test("Where the form alone is asked for, no copy makes up for it but its own, and staff hear of it")
    func Dieu7_2a_formAlone() throws {
        var life = try formsAlone(["TK"])
        let asked = life.dossier.findings
        #expect(asked.map(\.component) == ["TK"])
        for (components, size) in [([], 100), (["CCCD"], 100), (["ZZZ"], 100), (["TK"], 0)] {
            try post(components, size: size, to: &life)
            #expect(life.dossier.state == .awaitingPostalCopy)
            #expect(life.dossier.findings == asked)
            #expect(life.last.contains(.remarked(.copyNotCounted)))
            let lacking = Finding(.missingComponent, component: "TK")
            let broken = Finding(.emptyFile, component: "TK", file: "tk.pdf")
            #expect(life.dossier.postalCopies.last?.findings.contains(size == 0 ? broken : lacking) == true)
        }
        try post(["TK"], certified: false, to: &life)
        #expect(life.dossier.state == .accepted)
        #expect(!life.last.contains(.remarked(.copyNotCounted)))
        #expect(life.dossier.postalCopies.last?.findings.isEmpty == true)
    }

    @Test("An empty copy completes nothing, an optional paper neither, and of two forms each has to be seen")
    func Dieu7_2a_emptyCopy() throws {
        let optional = SubmissionCase.Attachment(
            declared: DeclaredAttachment(component: "UQ", file: "uq.pdf"), paper: Samples.paper("UQ", 2))
        var signed = try Life(Samples.submissionCase(attachments: [Samples.attachment("CCCD", 1), optional]))
        try post([], to: &signed)
        #expect(signed.dossier.state == .awaitingPostalCopy)
        try post(["UQ"], to: &signed)
        #expect(signed.dossier.state == .accepted)

        var life = try formsAlone(["TK", "TK2"])
        try post(["TK2"], to: &life)
        #expect(life.dossier.findings.map(\.component) == ["TK"])
        try post(["TK"], to: &life)
        #expect(life.dossier.state == .accepted)
    }

    @Test("A form that came by post is not asked for again with the copies that are still awaited")
    func Dieu7_2a_formBeforeCopies() throws {
        var life = try Life(Samples.submissionCase(signatures: []))
        try post(["TK"], to: &life)
        #expect(life.dossier.findings.map(\.component) == ["CCCD"])
        try post(["CCCD"], to: &life)
        #expect(life.dossier.state == .accepted)
    }

    @Test(
        "A scan without a form is of the component that it means, and staff hear of it whatever its dossier waits for")
    func Dieu7_2a_scanAlone() throws {
        var life = try Life(Samples.submissionCase(attachments: [Samples.attachment("CCCD", 1)], signatures: []))
        let declared = DeclaredAttachment(component: "cccd", file: "scan.pdf")
        let scan = [SubmissionCase.Attachment(declared: declared, paper: Samples.paper("CCCD", 5))]
        try life.comes(.scan(component: "cccd", file: "scan.pdf"), by: "postal", attachments: scan)
        #expect(life.dossier.papers.map(\.component) == ["CCCD", "CCCD"])
        #expect(life.last.contains(.remarked(.scanAlone)))
        var complete = try Life.complete(delivery: .counter)
        try complete.comes(.scan(component: "CCCD", file: "scan.pdf"), by: "postal", attachments: scan)
        #expect(complete.last.contains(.remarked(.scanNotAwaited)))
        try complete.result()
        try complete.order(.hold)
        try complete.comes(.scan(component: "CCCD_2", file: "scan.pdf"), by: "postal", attachments: scan)
        #expect(complete.last.contains(.remarked(.scanNotAwaited)))
        #expect(complete.dossier.scans.map(\.component) == ["CCCD", "CCCD"])
        try complete.comes(.scan(component: "Scan0001", file: "scan.pdf"), by: "postal", attachments: scan)
        #expect(complete.dossier.scans.last?.component == "Scan0001")
    }

    @Test("The way that a dossier came by stands in its receipt")
    func Dieu6_1_channel() throws {
        #expect(try Life.complete().dossier.receipt.channel == "online")
    }

    @Test("What is wrong is told component by component")
    func Dieu14_1_byComponent() {
        let findings = Examiner.examine(
            Samples.submissionCase(
                level: 3,
                attachments: [.init(declared: Samples.declared("CCCD", 1), paper: Samples.paper("CCCD", 3, type: .png))]
            )
        ).findings
        #expect(Set(findings.map(\.component)) == ["CCCD"])
        #expect(Set(findings.map(\.code)) == [.wrongType, .digestMismatch])
    }

    @Test(
        "An apology is drafted on the working day before the appointment, once, and never for what waits for its citizen"
    )
    func Dieu15_1_draft() throws {
        var life = try Life.complete()
        // Due on Friday 27 November at 14:00.
        func draft(at: String) throws -> Apology? {
            life.now = Samples.moment(at)
            return ApologyRuling.draft(try life.matter)
        }
        #expect(try draft(at: "2026-11-25T17:00") == nil)
        let drafted = try #require(try draft(at: "2026-11-26T01:00"))
        #expect(drafted.newDate == Samples.moment("2026-12-01T14:00"))
        #expect(drafted.reason.contains("phối hợp"))
        life.apply([.apologyDrafted(drafted)])
        #expect(try draft(at: "2026-11-27T01:00") == nil)
        var paused = try Life.complete()
        try paused.comes(.request(), at: "2026-11-25T09:00")
        paused.now = Samples.moment("2026-11-27T09:00")
        #expect(ApologyRuling.draft(try paused.matter) == nil)
    }
}
