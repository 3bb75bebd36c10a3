import Dossiers
import Signatures
import Testing

@Suite("Điều 7.2a: what the signatures of a supplement speak for")
struct SignedSupplementTests {
    private let good = Samples.signature(intact: .passed)
    private let stranger = Samples.signature(by: "079085004321")
    private let card = Samples.attachment("CCCD", 5)

    private func findings(_ life: Life) -> Set<String> {
        Set(life.dossier.findings.map { [$0.code.rawValue, $0.component ?? "-"].joined(separator: " ") })
    }

    @Test(
        "A signed supplement mends the papers that it brings, and no form that it does not fill in",
        arguments: [["ZZZ"], []])
    func Dieu7_2a_otherForm(forms: [String]) throws {
        var life = try Life.ofTwoForms([], policy: .intact)
        try life.supplement([card], forms: forms, signatures: [good])
        #expect(life.dossier.state == .awaitingPostalCopy)
        #expect(findings(life).isSuperset(of: ["unsigned TK", "unsigned TK2"]))
        #expect(!findings(life).contains("unsigned CCCD"))
        #expect(life.dossier.signatures.isEmpty)
    }

    @Test("Of two unsigned forms the one that is not filled in anew stays unsigned, until it comes too")
    func Dieu7_2a_oneOfTwoForms() throws {
        var life = try Life.ofTwoForms([], policy: .intact)
        try life.supplement([card], forms: ["TK2"], signatures: [good])
        #expect(findings(life) == ["unsigned TK"])
        try life.supplement([], forms: ["TK"], signatures: [good])
        #expect(life.dossier.state == .accepted)
    }

    @Test("A form that is filled in anew under a broken signature is broken, whoever signs beside it")
    func Dieu7_2a_brokenAnew() throws {
        for signatures in [[Samples.brokenSignature], [Samples.brokenSignature, good]] {
            var life = try Life.ofTwoForms([], policy: .intact)
            try life.supplement([card], forms: ["TK2"], signatures: signatures)
            #expect(findings(life) == ["unsigned TK", "signature-broken TK2", "signature-broken CCCD"])
        }
    }

    @Test("What could not be checked stays with a person, whatever else comes")
    func Dieu4_6_undetermined() throws {
        var life = try Life.ofTwoForms([Samples.signature()], forms: ["TK"], policy: .intact)
        #expect(life.dossier.state == .held)
        let asked = life.dossier.findings
        try life.supplement([Samples.attachment("UQ", 6)], forms: ["ZZZ"], signatures: [good])
        #expect(life.dossier.findings.filter { $0.severity == .hold } == asked)
    }

    @Test(
        "A dossier whose signer is another than its submitter waits for a person, through all that comes",
        arguments: [["ZZZ", "TK"], ["TK", "ZZZ"], ["TK", "TK2"], ["ZZZ"]])
    func Dieu4_6_signerDiffers(forms: [String]) throws {
        var life = try Life.ofTwoForms([stranger], forms: forms)
        if !forms.contains("TK") { try life.supplement([], forms: ["TK"], signatures: [good]) }
        #expect(life.dossier.state == .held)
        try life.supplement([], forms: ["ZZZ"], signatures: [])
        try life.supplement([Samples.attachment("TK", 6)], signatures: [good])
        var declared = Samples.declared("CCCD", 7)
        declared.certifiedBy = "UBND phường"
        declared.certifiedOn = life.now.day
        try life.comes(
            .postalCopy(trackingNumber: "RB1VN", receivedAt: life.now, attachments: [declared]), by: "postal",
            attachments: [.init(declared: declared, paper: Samples.paper("CCCD", 7))])
        try life.comes(
            .scan(component: "TK", file: "x"), by: "postal",
            attachments: [.init(declared: Samples.declared("TK", 8), paper: Samples.paper("TK", 8))])
        #expect(try life.payment() == nil)
        try life.order(.hold)
        try life.order(.release)
        #expect(life.dossier.state == .held)
        #expect(life.dossier.deadlines == nil)
        try life.order(.release)
        #expect(life.dossier.state == .accepted)
    }

    @Test("A supplement that somebody else signed waits for a person, with a form or without")
    func Dieu4_6_supplementOfAnother() throws {
        for forms in [[], ["ZZZ"], ["TK"]] {
            var life = try Life.ofTwoForms([], forms: ["TK"], policy: .intact)
            try life.supplement([card], forms: forms, signatures: [stranger])
            #expect(life.dossier.findings.contains { $0.code == .signerDiffers })
            #expect(life.dossier.state == .held)
        }
        var signedByBoth = try Life.ofTwoForms([], forms: ["TK"], policy: .intact)
        try signedByBoth.supplement(
            [card], forms: ["TK"], signatures: [stranger, Samples.signature(by: "062090001234")])
        #expect(signedByBoth.dossier.state == .accepted)
    }

    @Test("Whom a person let sign the form may sign what comes later too, and nobody else may")
    func Dieu4_6_releasedSigner() throws {
        func letter(_ byte: UInt8) -> [SubmissionCase.Attachment] { [Samples.attachment("UQ", byte)] }
        var life = try Life.ofTwoForms([stranger], forms: ["TK"])
        try life.supplement(letter(6), signatures: [stranger])
        #expect(findings(life) == ["signer-differs TK", "signer-differs -"])
        try life.order(.release)
        #expect(life.dossier.state == .accepted)
        #expect(try life.supplement(letter(7), signatures: [stranger]) == nil)
        #expect(life.dossier.findings.isEmpty)
        let another = [stranger, Samples.signature(by: "001099000001")]
        #expect(try life.supplement(letter(8), signatures: another) == .faultySupplement)
        #expect(try life.supplement(letter(9), forms: ["TK2"], signatures: [stranger]) == .faultySupplement)
    }

    @Test("Below level 4 a form that was changed after signing is asked for again, and not by post, until it comes")
    func Dieu14_2_brokenBelowLevelFour() throws {
        var life = try Life.ofTwoForms([Samples.brokenSignature], forms: ["TK"], level: 3, policy: .intact)
        #expect(findings(life) == ["form-signature-broken TK"])
        #expect(life.dossier.state == .awaitingSupplement)
        #expect(Finding(.formSignatureBroken).code.article == "Điều 14.2")
        try life.supplement([], forms: ["ZZZ"], signatures: [good])
        #expect(findings(life).contains("form-signature-broken TK"))
        try life.supplement([], forms: ["TK"], signatures: [Samples.brokenSignature])
        #expect(life.dossier.findings.filter { $0.code == .formSignatureBroken }.map(\.component) == ["TK"])
        #expect(life.dossier.state == .awaitingSupplement)
        try life.supplement([], forms: ["TK"], signatures: [])
        #expect(life.dossier.state == .accepted)
    }

    @Test("Below level 4 what a broken supplement brings is asked for again, and no form that came before")
    func Dieu14_2_brokenSupplement() throws {
        var life = try Life.ofTwoForms([], forms: ["TK"], level: 3, policy: .intact)
        #expect(life.dossier.state == .accepted)
        try life.comes(.request(["CCCD"]), at: "2026-11-25T09:00")
        try life.supplement([card], forms: [], signatures: [Samples.brokenSignature])
        #expect(findings(life) == ["form-signature-broken CCCD"])
        try life.supplement([Samples.attachment("CCCD", 6)], signatures: [])
        #expect(life.dossier.findings.isEmpty)
    }

    @Test("Of two forms that an agency asks for, each is asked for until it comes, and comes signed")
    func Dieu15_2_askedForms() throws {
        var life = try Life.ofTwoForms([good], policy: .intact)
        try life.comes(.request(["TK", "TK2"]), at: "2026-11-25T09:00")
        try life.supplement([], forms: ["TK"], signatures: [good], at: "2026-11-25T10:00")
        #expect(findings(life) == ["requested-by-agency TK2"])
        try life.supplement([], forms: ["TK2"], signatures: [])
        #expect(findings(life) == ["unsigned TK2"])
        try life.supplement([], forms: ["TK2"], signatures: [good])
        #expect(life.dossier.findings.isEmpty)
        #expect(life.dossier.state == .processing)
    }

    @Test(
        "A paper names the number of the signature that covers it among those of all forms, else the message that has it"
    )
    func numbers() throws {
        let signatures = (0..<4).map { time in
            var signature = good
            signature.signedAt = time
            return signature
        }
        var life = try Life.ofTwoForms([signatures[0]], policy: .intact)
        func expect(_ standing: [Int], card: ExaminedPaper.Vouched, letter: ExaminedPaper.Vouched) {
            #expect(life.dossier.signatures == standing.map { signatures[$0] })
            let vouched = Dictionary(
                life.dossier.papers.map { ($0.component, $0.vouched) }, uniquingKeysWith: { $1 })
            #expect(vouched["CCCD"] == card)
            #expect(vouched["UQ"] == letter)
        }
        try life.supplement([Samples.attachment("UQ", 6)], forms: ["TK2"], signatures: [signatures[1]])
        expect([0, 1], card: .byForm(signature: 1), letter: .byForm(signature: 2))
        try life.supplement([], forms: ["TK"], signatures: [signatures[2]])
        expect([1, 2], card: .byMessage(claim: "c0", signature: 1), letter: .byForm(signature: 1))
        try life.supplement([Samples.attachment("CCCD", 7)], forms: ["ZZZ"], signatures: [signatures[3]])
        func message(_ index: Int) -> ExaminedPaper.Vouched {
            .byMessage(claim: life.dossier.claims[index + 1], signature: 1)
        }
        expect([1, 2], card: message(2), letter: .byForm(signature: 1))
        try life.supplement([Samples.attachment("CCCD", 8)], forms: ["TK", "TK2"], signatures: [signatures[3]])
        expect([3], card: .byForm(signature: 1), letter: message(0))
    }
}
