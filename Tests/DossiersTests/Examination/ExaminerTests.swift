import Bytes
import Dossiers
import Signatures
import Testing

@Suite("Examination")
struct ExaminerTests {
    /// A case and what must be found in it, by code and component.
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let submissionCase: SubmissionCase
        let expected: [String]

        var testDescription: String { name }
    }

    static let examples: [Example] = {
        let good = Samples.attachment("CCCD", 1)
        func with(_ change: (inout Paper) -> Void, declared: DeclaredAttachment? = nil) -> SubmissionCase {
            var paper = Samples.paper("CCCD", 1)
            change(&paper)
            return Samples.submissionCase(
                level: 3, attachments: [.init(declared: declared ?? Samples.declared("CCCD", 1), paper: paper)])
        }
        func faulty(_ code: ParseError.Code, type: MediaType = .pdf) -> SubmissionCase {
            var paper = Samples.paper("CCCD", 1, type: type)
            paper.fault = Paper.Fault(ParseError(code, "…"))
            return Samples.submissionCase(
                level: 3, attachments: [.init(declared: Samples.declared("CCCD", 1), paper: paper)])
        }
        let bare = DeclaredAttachment(component: "CCCD", file: "cccd.pdf")
        var carried = bare
        carried.isCarried = true
        return [
            Example(name: "nothing in a signed, complete one", submissionCase: Samples.submissionCase(), expected: []),
            Example(
                name: "an unknown procedure", submissionCase: Samples.submissionCase(procedure: nil),
                expected: ["unknown-procedure"]),
            Example(
                name: "a level that is not offered",
                submissionCase: Samples.submissionCase(procedure: Samples.procedure(level: 3)),
                expected: ["level-not-offered"]),
            Example(
                name: "an account that is not registered", submissionCase: Samples.submissionCase(registered: false),
                expected: ["unregistered-account"]),
            Example(
                name: "no account at level 2, which asks for none",
                submissionCase: Samples.submissionCase(level: 2, registered: false), expected: []),
            Example(
                name: "a missing component", submissionCase: Samples.submissionCase(level: 3, attachments: []),
                expected: ["missing-component CCCD"]),
            Example(
                name: "a missing form", submissionCase: Samples.submissionCase(level: 3, forms: []),
                expected: ["missing-component TK"]),
            Example(
                name: "a file that is named but not there",
                submissionCase: Samples.submissionCase(
                    attachments: [.init(declared: Samples.declared("CCCD", 1), paper: nil)]),
                expected: ["missing-file CCCD"]),
            Example(
                name: "an empty file",
                submissionCase: Samples.submissionCase(
                    level: 3,
                    attachments: [.init(declared: bare, paper: Samples.paper("CCCD", 1, size: 0, type: .unknown))]),
                expected: ["empty-file CCCD"]),
            Example(name: "a truncated PDF", submissionCase: faulty(.truncated), expected: ["truncated-pdf CCCD"]),
            Example(
                name: "a truncated JPEG", submissionCase: faulty(.truncated, type: .jpeg),
                expected: ["truncated-jpeg CCCD"]),
            Example(name: "an encrypted PDF", submissionCase: faulty(.encrypted), expected: ["encrypted CCCD"]),
            Example(name: "active content", submissionCase: faulty(.active), expected: ["active-content CCCD"]),
            Example(name: "a file over a limit", submissionCase: faulty(.limits), expected: ["over-limit CCCD"]),
            Example(name: "a damaged file", submissionCase: faulty(.corrupt), expected: ["malformed CCCD"]),
            Example(
                name: "a type that the component does not accept", submissionCase: faulty(.type, type: .unknown),
                expected: ["wrong-type CCCD"]),
            Example(
                name: "another type, though sound",
                submissionCase: Samples.submissionCase(
                    level: 3,
                    attachments: [.init(declared: bare, paper: Samples.paper("CCCD", 1, type: .tiff))]),
                expected: ["wrong-type CCCD"]),
            Example(
                name: "another size than declared",
                submissionCase: with({ _ in }, declared: Samples.declared("CCCD", 1, size: 99)),
                expected: ["size-mismatch CCCD"]),
            Example(
                name: "another digest than declared",
                submissionCase: with({ _ in }, declared: Samples.declared("CCCD", 2)),
                expected: ["sha256-mismatch CCCD"]),
            Example(
                name: "one file for two components",
                submissionCase: Samples.submissionCase(
                    attachments: [good, Samples.attachment("UQ", 1)]), expected: ["same-file-twice UQ"]),
            Example(
                name: "a file that nobody named",
                submissionCase: Samples.submissionCase(unlisted: [Samples.paper("la", 9)]), expected: ["unlisted-file"]),
            Example(
                name: "every unsigned paper at level 4",
                submissionCase: Samples.submissionCase(signatures: []), expected: ["unsigned TK", "unsigned CCCD"]),
            Example(
                name: "a signature that covers only a part",
                submissionCase: Samples.submissionCase(signatures: [Samples.signature(whole: false)]),
                expected: ["signature-broken TK", "signature-broken CCCD"]),
            Example(
                name: "a signature that covers nothing, since what it needs is not run or not there",
                submissionCase: Samples.submissionCase(
                    signatures: [
                        Samples.signature(
                            whole: false, present: .failed("covers-nothing"),
                            intact: .undetermined("transform-not-allowed"))
                    ], policy: .valid),
                expected: ["signature-broken TK", "signature-broken CCCD"]),
            Example(
                name: "an attachment that a signature for a part of the form was not made for",
                submissionCase: Samples.submissionCase(
                    attachments: [.init(declared: bare, paper: Samples.paper("CCCD", 1))],
                    signatures: [Samples.signature(whole: false)]),
                expected: ["signature-broken TK", "unsigned CCCD"]),
            Example(
                name: "a scan to which bytes were added after it was signed, whatever is required",
                submissionCase: {
                    var paper = Samples.paper("CCCD", 1)
                    paper.signatures = [
                        Samples.signature(whole: false, intact: .failed("bytes-after-last-signature"))
                    ]
                    return Samples.submissionCase(
                        attachments: [.init(declared: bare, paper: paper)], signatures: [], policy: .present)
                }(), expected: ["unsigned TK", "signature-broken CCCD"]),
            Example(
                name: "an attachment that the signed form gives no digest of",
                submissionCase: Samples.submissionCase(
                    attachments: [.init(declared: bare, paper: Samples.paper("CCCD", 1))]),
                expected: ["unsigned CCCD"]),
            Example(
                name: "an attachment that the signed form carries inside",
                submissionCase: Samples.submissionCase(
                    attachments: [.init(declared: carried, paper: Samples.paper("CCCD", 1))]),
                expected: []),
            Example(
                name: "an attachment that is carried inside by a form of which a part is signed",
                submissionCase: Samples.submissionCase(
                    attachments: [.init(declared: carried, paper: Samples.paper("CCCD", 1))],
                    signatures: [Samples.signature(whole: false)]),
                expected: ["signature-broken TK", "signature-broken CCCD"]),
            Example(
                name: "a signature that could not be checked as the site requires",
                submissionCase: Samples.submissionCase(policy: .intact),
                expected: ["signature-undetermined TK", "signature-undetermined CCCD"]),
            Example(
                name: "a signature that is broken",
                submissionCase: Samples.submissionCase(
                    signatures: [Samples.signature(intact: .failed("digest-mismatch"))], policy: .intact),
                expected: ["signature-broken TK", "signature-broken CCCD"]),
            Example(
                name: "a broken signature beside one that fits, whichever comes first",
                submissionCase: Samples.submissionCase(
                    signatures: [Samples.brokenSignature, Samples.signature(intact: .passed)], policy: .intact),
                expected: ["signature-broken TK", "signature-broken CCCD"]),
            Example(
                name: "a part that was changed after it was signed, under a signature of the whole that fits",
                submissionCase: Samples.submissionCase(
                    signatures: [
                        Samples.signature(intact: .passed),
                        Samples.signature(whole: false, intact: .failed("digest-mismatch")),
                    ], policy: .intact),
                expected: ["signature-broken TK", "signature-broken CCCD"]),
            Example(
                name: "what is known to be broken before what could not be checked",
                submissionCase: Samples.submissionCase(
                    signatures: [Samples.signature(), Samples.brokenSignature], policy: .intact),
                expected: ["signature-broken TK", "signature-broken CCCD"]),
            Example(
                name: "a scan with a broken signature beside one that fits",
                submissionCase: {
                    var paper = Samples.paper("CCCD", 1)
                    paper.signatures = [Samples.signature(intact: .passed), Samples.brokenSignature]
                    return Samples.submissionCase(
                        attachments: [.init(declared: bare, paper: paper)],
                        signatures: [Samples.signature(intact: .passed)], policy: .intact)
                }(), expected: ["signature-broken CCCD"]),
            Example(
                name: "a form below level 4 of which one signature is broken",
                submissionCase: Samples.submissionCase(
                    level: 3, signatures: [Samples.brokenSignature, Samples.signature(intact: .passed)],
                    policy: .intact),
                expected: ["form-signature-broken TK"]),
            Example(
                name: "no fault in a form below level 4 that nobody signed, though an empty signature stands in it",
                submissionCase: {
                    var empty = Samples.brokenSignature
                    empty.valid = .emptyValue
                    return Samples.submissionCase(level: 3, signatures: [empty], policy: .intact)
                }(), expected: []),
            Example(
                name: "what came below level 4 with a broken signature and without a form of the procedure",
                submissionCase: Samples.submissionCase(
                    level: 3, signatures: [Samples.brokenSignature], policy: .intact, forms: ["ZZZ"]),
                expected: ["missing-component TK", "unknown-component ZZZ", "form-signature-broken CCCD"]),
            Example(
                name: "no signature asked for at level 3",
                submissionCase: Samples.submissionCase(level: 3, signatures: []), expected: []),
            Example(
                name: "a fee that is due with the submission",
                submissionCase: Samples.submissionCase(
                    procedure: Samples.procedure(fee: .init(amount: 200_000, due: .submission))),
                expected: ["fee"]),
            Example(
                name: "every fault at once (Điều 3.4)",
                submissionCase: Samples.submissionCase(
                    level: 3, attachments: [Samples.attachment("UQ", 1)], unlisted: [Samples.paper("la", 9)], forms: []),
                expected: ["missing-component TK", "missing-component CCCD", "unlisted-file"]),
        ]
    }()

    @Test("It finds", arguments: examples)
    func finds(example: Example) {
        let findings = Examiner.examine(example.submissionCase).findings
        let shown = findings.map { [$0.code.rawValue, $0.component].compactMap(\.self).joined(separator: " ") }
        #expect(shown == example.expected)
    }

    @Test("A paper with its own signature needs none of the form's")
    func ownSignatureVouches() {
        var paper = Samples.paper("CCCD", 1)
        paper.signatures = [Samples.signature()]
        let examination = Examiner.examine(
            Samples.submissionCase(
                attachments: [.init(declared: DeclaredAttachment(component: "CCCD", file: "cccd.pdf"), paper: paper)]))
        #expect(examination.findings.isEmpty)
        #expect(examination.papers.first?.vouched == .byItself(signature: 1))
    }

    /// Changed after it was signed, spoilt in its own place, and of another key.
    static let unfitting: [SignatureReport] = {
        var value = Samples.signature(intact: .passed)
        value.valid = .failed("value-does-not-fit")
        return [
            Samples.brokenSignature, Samples.signature(whole: false, present: .failed("byte-range-start")), value,
        ]
    }()

    @Test(
        "A paper that does not fit its signature is shown to the officer, whatever vouches for it, and stops nothing",
        arguments: [2, 3, 4], unfitting)
    func Dieu4_6_unfittingPaper(level: Int, signature: SignatureReport) throws {
        var paper = Samples.paper("CCCD", 1)
        paper.signatures = [signature]
        let submissionCase = Samples.submissionCase(
            level: level, attachments: [.init(declared: Samples.declared("CCCD", 1), paper: paper)])
        let shown = Finding(.paperSignatureBroken, component: "CCCD", file: "cccd.pdf")
        #expect(Examiner.examine(submissionCase).findings == [shown])
        var life = try Life(submissionCase)
        #expect(life.dossier.state == .accepted)
        try life.supplement([Samples.attachment("UQ", 6)])
        #expect(life.dossier.findings == [shown])
        try life.supplement([Samples.attachment("CCCD", 7)])
        #expect(life.dossier.findings.isEmpty)
    }

    @Test("It is shown beside a form's signature that could not be checked, and stays until the paper comes anew")
    func Dieu4_6_unfittingUnderUndetermined() throws {
        var paper = Samples.paper("CCCD", 1)
        paper.signatures = [Samples.signature(whole: false, intact: .failed("bytes-after-last-signature"))]
        let attachment = SubmissionCase.Attachment(declared: Samples.declared("CCCD", 1), paper: paper)
        var life = try Life(Samples.submissionCase(attachments: [attachment], policy: .intact))
        let shown = Finding(.paperSignatureBroken, component: "CCCD", file: "cccd.pdf")
        #expect(life.dossier.state == .held && life.dossier.findings.contains(shown))
        try life.supplement([Samples.attachment("UQ", 6)])
        #expect(life.dossier.findings.contains(shown))
        try life.supplement([Samples.attachment("CCCD", 7)])
        #expect(!life.dossier.findings.contains(shown))
    }

    @Test("XS14 An empty value is no signature, whatever is required", arguments: SignaturePolicy.allCases)
    func emptyValue(policy: SignaturePolicy) {
        var empty = Samples.signature(intact: .passed)
        empty.valid = .emptyValue
        let findings = Examiner.examine(Samples.submissionCase(signatures: [empty], policy: policy)).findings
        #expect(findings.map(\.code) == [.unsigned, .unsigned])
    }

    @Test(
        "XS14 An empty signature takes nothing from one that was made, and keeps its own number",
        arguments: SignaturePolicy.allCases, [1, 2])
    func emptyValueBeside(policy: SignaturePolicy, number: Int) throws {
        var (good, empty) = (Samples.signature(intact: .passed), Samples.signature(intact: .passed))
        good.valid = .passed
        good.trusted = .passed
        empty.valid = .emptyValue
        let signatures = number == 1 ? [good, empty] : [empty, good]
        #expect(SignatureWorth(of: signatures) == .trusted)
        let ofForm = Samples.submissionCase(signatures: signatures, policy: policy)
        let examination = Examiner.examine(ofForm)
        #expect(examination.findings.isEmpty)
        #expect(examination.papers.map(\.vouched) == [.byForm(signature: number)])
        let life = try Life(ofForm)
        #expect(life.dossier.vouching(ofFormIn: life.dossier.claims[0]) == .byItself(signature: number))
        var paper = Samples.paper("CCCD", 1)
        paper.signatures = signatures
        let declared = DeclaredAttachment(component: "CCCD", file: "cccd.pdf")
        let ofPaper = Samples.submissionCase(attachments: [.init(declared: declared, paper: paper)], policy: policy)
        #expect(ofPaper.vouching(for: ofPaper.attachments[0]) == .byItself(signature: number))
    }

    @Test(
        "A form of two signatures counts where what check calls its worth is what the site requires",
        arguments: SignaturePolicy.allCases.filter { $0 > .present })
    func lowestSpeaks(policy: SignaturePolicy) throws {
        let facts: [Fact] = [.passed, .failed("x"), .undetermined("x")]
        var signatures: [SignatureReport] = []
        for intact in facts {
            for valid in facts {
                for trusted in facts {
                    var signature = Samples.signature(intact: intact)
                    signature.valid = valid
                    signature.trusted = trusted
                    signatures.append(signature)
                }
            }
        }
        let required = try #require(SignatureWorth(rawValue: policy.rawValue))
        for first in signatures {
            for second in signatures {
                let isWorth = SignatureWorth(of: [first, second]) >= required
                let examined = Examiner.examine(
                    Samples.submissionCase(signatures: [first, second], policy: policy))
                #expect(examined.findings.isEmpty == isWorth)
            }
        }
    }

    /// A case of one form, signed whole by whoever bears the identifiers, where a person with these numbers is the submitter.
    private func signer(
        _ signers: [[String]], idNumber: String? = "062090001234", taxCode: String? = nil, whole: Bool = true,
        intact: Fact = .passed
    ) -> [FindingCode] {
        let signatures = signers.map { identifiers in
            var signer = Signer(
                subject: "CN=An", issuer: "CN=CA", serial: "01", notBefore: 0, notAfter: 1, key: "RSA 2048")
            signer.identifiers = identifiers
            var signature = Samples.signature(whole: whole, intact: intact)
            signature.signer = signer
            return signature
        }
        var submitter = Submitter(account: "1", name: "An")
        submitter.idNumber = idNumber.map { PersonalText($0) }
        submitter.taxCode = taxCode.map { PersonalText($0) }
        let submission = Submission(
            id: "s", procedure: "2.000488", level: 3, submitter: submitter,
            submittedAt: Samples.moment("2026-11-23T08:15"), resultDelivery: .counter, forms: ["TK"],
            attachments: [Samples.declared("CCCD", 1)], signatures: signatures)
        return Examiner.examine(
            SubmissionCase(
                submission: submission, attachments: [Samples.attachment("CCCD", 1)], unlisted: [],
                procedure: Samples.procedure(), accountIsRegistered: true, policy: .present, now: Samples.now)
        ).findings.map(\.code)
    }

    @Test("A signer whose number is none of the form's keeps the dossier for a person")
    func signerDiffers() {
        #expect(signer([["CCCD:079085004321"]]) == [.signerDiffers])
        #expect(signer([["MST:6100123456"]], taxCode: "6100999999") == [.signerDiffers])
        #expect(Standing.waitingState(findings: [Finding(.signerDiffers)]) == .held)
    }

    @Test("A signer who is the submitter, by any number, in any writing, is no remark")
    func signerIsSubmitter() {
        #expect(signer([["CCCD:062090001234"]]).isEmpty)
        #expect(signer([["CCCD:062 090 001 234"]]).isEmpty)
        #expect(signer([["MST:6100123456-001"]], taxCode: "6100123456001").isEmpty)
        #expect(signer([["CMND:233012345", "CCCD:062090001234"]]).isEmpty)
        // One of several signers is enough: an officer may sign too.
        #expect(signer([["CCCD:079085004321"], ["CCCD:062090001234"]]).isEmpty)
    }

    @Test("Where nothing can be compared, or the signature is not one over the form, nothing is remarked")
    func signerUnknown() {
        #expect(signer([[]]).isEmpty)
        #expect(signer([["no number"]]).isEmpty)
        #expect(signer([["CCCD:079085004321"]], idNumber: nil).isEmpty)
        #expect(!signer([["CCCD:079085004321"]], whole: false).contains(.signerDiffers))
        #expect(!signer([["CCCD:079085004321"]], intact: .failed("digest-mismatch")).contains(.signerDiffers))
    }

    @Test("A sender's clock that runs ahead is a remark that stops nothing")
    func futureTimeIsARemark() {
        let submission = Submission(
            id: "s", procedure: "2.000488", level: 3, submitter: Submitter(account: "1", name: "An"),
            submittedAt: Samples.moment("2030-01-01T00:00"), resultDelivery: .counter, forms: ["TK"],
            attachments: [Samples.declared("CCCD", 1)], signatures: [])
        let examination = Examiner.examine(
            SubmissionCase(
                submission: submission, attachments: [Samples.attachment("CCCD", 1)], unlisted: [],
                procedure: Samples.procedure(), accountIsRegistered: true, policy: .present, now: Samples.now))
        #expect(examination.findings.map(\.code) == [.futureTime])
        #expect(Standing.waitingState(findings: examination.findings) == nil)
    }

    /// A dossier whose form is signed with a certificate of these identifiers.
    private func signed(by identifiers: [String], idNumber: PersonalText? = "062090001234") -> SubmissionCase {
        var signer = Signer(
            subject: "CN=An", issuer: "CN=CA", serial: "01", notBefore: 0, notAfter: 1, key: "RSA 2048")
        signer.identifiers = identifiers
        var signature = Samples.signature(intact: .passed)
        signature.signer = signer
        let attachment = Samples.attachment("CCCD", 1)
        var submitter = Submitter(account: "0900123456", name: "Nguyễn Văn An")
        submitter.idNumber = idNumber
        return SubmissionCase(
            submission: Submission(
                id: "s-1", procedure: "2.000488", level: 4, submitter: submitter,
                submittedAt: Samples.moment("2026-11-23T08:15"), resultDelivery: .online, forms: ["TK"],
                attachments: [attachment.declared], signatures: [signature]),
            attachments: [attachment], unlisted: [], procedure: Samples.procedure(), accountIsRegistered: true,
            policy: .present, now: Samples.now)
    }

    @Test("A signer who is not the submitter is never taken in by itself: it is held, and a person releases it")
    func Dieu4_6_signerDiffers() throws {
        let other = signed(by: ["CCCD:062090009999"])
        #expect(Examiner.examine(other).findings.map(\.code) == [.signerDiffers])
        var life = try Life(other)
        #expect(life.dossier.state == .held)
        try life.order(.release, at: "2026-11-25T10:00")
        #expect(life.dossier.state == .accepted)
    }

    @Test("A signer's number that is the form's, is none at all, or has nothing to be compared with, holds nothing")
    func Dieu4_6_signerIsSubmitter() {
        for submissionCase in [
            signed(by: ["CCCD:062090001234"]), signed(by: ["MST:1", "CMND:062 090 001 234"]), signed(by: []),
            signed(by: ["CCCD:062090009999"], idNumber: nil),
        ] { #expect(Examiner.examine(submissionCase).findings.isEmpty) }
    }

    @Test("A result that is to go by post and has no address to go to is remarked on, and stops nothing")
    func Dieu8_2b_addressForPost() throws {
        func found(_ level: Int, _ delivery: ResultDelivery, _ address: PersonalText?) -> [FindingCode] {
            let plain = Samples.submissionCase(level: level, delivery: delivery)
            var submitter = plain.submission.submitter
            submitter.address = address
            let submission = Submission(
                id: "s-1", procedure: plain.submission.procedure, level: level, submitter: submitter,
                submittedAt: plain.submission.submittedAt, resultDelivery: delivery, forms: ["TK"],
                attachments: plain.submission.attachments, signatures: plain.submission.signatures)
            return Examiner.examine(
                SubmissionCase(
                    submission: submission, attachments: plain.attachments, unlisted: [], procedure: plain.procedure,
                    accountIsRegistered: true, policy: .present, now: plain.now)
            ).findings.map(\.code)
        }
        #expect(found(4, .post, nil) == [.addressMissing] && found(4, .post, " - ") == [.addressMissing])
        #expect(found(4, .post, "12 Trần Phú").isEmpty && found(4, .counter, nil).isEmpty)
        #expect(found(3, .post, nil).isEmpty, "below level 4 it is handed over at the counter")
        #expect(try Life.complete(delivery: .post).dossier.state == .accepted)
    }

    @Test(
        "A form in another name than its account's is remarked on for the officer, and stops nothing",
        arguments: [("nguyễn  văn AN", false), ("Nguye\u{302}\u{303}n Va\u{306}n An", false), ("Trần Thị Bình", true)])
    func Dieu16_1_submitterDiffers(account: String, isRemarked: Bool) throws {
        var submissionCase = signed(by: [])
        submissionCase.accountName = PersonalText(account)
        #expect(Examiner.examine(submissionCase).findings.map(\.code) == (isRemarked ? [.submitterDiffers] : []))
        #expect(try Life(submissionCase).dossier.state == .accepted)
    }
}
