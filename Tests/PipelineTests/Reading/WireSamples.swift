import Bytes
import Dossiers
import Files
import Foundation
import Intake
import Signatures
import Testing

@testable import Pipeline

/// Values of every type that crosses, of every case, with all fields set and with none.
enum WireSamples {
    static let digest = SHA256.digest(of: [1])
    static let moment = Moment(seconds: 1_795_400_100, offset: 25_200)
    static let day = Day(number: 20_780)
    static let code: DossierCode = {
        guard let code = DossierCode("000.00.10.H34-261123-12345") else { preconditionFailure("a code") }
        return code
    }()

    private static let fixture = URL(filePath: #filePath)
        .appending(path: "../../../SignaturesTests/Fixtures/pki/citizen-p256.cert.pem").standardized

    static func certificate() throws -> Certificate {
        let blocks = try PEM.blocks(in: [UInt8](Data(contentsOf: fixture)))
        return try Certificate(try #require(blocks.first).bytes, limits: Limits())
    }

    /// With a certificate and all that may be said of it, with a key in each way, and with neither.
    static func claims() throws -> [SignatureClaim] {
        let certificate = try certificate()
        let methods: [SignatureValue.Method] = [.rsaPKCS1, .rsaPSS(mask: .sha1, salt: 20), .ecdsa, .dsa]
        var claims = methods.map { method in
            SignatureClaim(
                value: SignatureValue(method: method, hash: .sha256, digest: digest.bytes, value: [1, 2, 3]),
                key: certificate.key)
        }
        var full = SignatureClaim(value: claims[0].value, certificate: certificate)
        full.others = [certificate]
        full.signedAt = -1
        full.weaknesses = ["sha1"]
        full.doubt = "signing-certificate-mismatch"
        full.refusal = .failed("value-does-not-fit")
        full.carriesDigest = true
        claims.append(full)
        return claims + [SignatureClaim(value: nil, key: nil)]
    }

    /// Of which nothing is to be judged any more.
    static var signatures: [SignatureReport] {
        let none = SignatureReport(
            form: .pdf, present: .passed, coverage: Coverage(), intact: .undetermined("digest-unknown"),
            valid: .emptyValue, trusted: .failed("revoked"))
        var full = none
        full.coverage = Coverage(whole: true, files: ["a.pdf", "Căn cước.pdf"], part: true)
        full.kind = "XAdES-BES"
        full.method = "RSA-SHA256"
        full.digests = ["SHA256"]
        full.signedAt = 1_795_400_100
        full.signer = Signer(
            subject: "CN=Nguyễn Văn An", issuer: "CN=CA", serial: "01", notBefore: -1, notAfter: 1, key: "EC P-256")
        full.signer?.commonName = "Nguyễn Văn An"
        full.signer?.identifiers = ["CCCD:062090001234"]
        full.signer?.organization = "Sở Tư pháp"
        full.weaknesses = ["md5"]
        full.closing = []
        full.laterChanges = .formFill
        full.revocation = .undetermined("no-revocation-list")
        return [none, full]
    }

    static var papers: [Paper] {
        var full = Paper(file: "b.pdf", size: 50_000_000, sha256: digest, type: .tiff)
        full.fault = Paper.Fault(ParseError(.active, "no script expected", at: 12))
        full.pages = 300
        full.remarks = ["uri", "xfa"]
        full.signatures = signatures
        return [Paper(file: "a.pdf", size: 0, sha256: digest, type: .unknown), full]
    }

    private static var attachments: [DeclaredAttachment] {
        var full = DeclaredAttachment(component: "CCCD", file: "b.pdf")
        full.size = 1
        full.sha256 = digest
        full.isCarried = false
        full.certifiedBy = "UBND"
        full.certifiedOn = day
        return [DeclaredAttachment(component: "DKKD", file: "a.pdf"), full]
    }

    private static var submitter: Submitter {
        var submitter = Submitter(account: "0900123456", name: "An")
        submitter.idNumber = "062090001234"
        submitter.organization = "Cty"
        submitter.taxCode = "0100"
        submitter.phone = "0900"
        submitter.email = "an@example.vn"
        submitter.address = "12 Trần Phú"
        return submitter
    }

    static var messages: [Message] {
        var submission = Submission(
            id: "s-1", procedure: "1.003659", level: 4, submitter: submitter, submittedAt: moment,
            resultDelivery: .counter, forms: ["TK", ""], attachments: attachments, signatures: signatures)
        submission.ticked = ["TK": ["a"]]
        let bare = Submission(
            id: "s-2", procedure: "", level: 2, submitter: Submitter(account: nil, name: ""), submittedAt: moment,
            resultDelivery: .online, forms: [], attachments: [], signatures: [])
        var feedback = FeedbackMessage(id: "f-1", at: moment, text: "Tốt")
        feedback.dossier = code
        feedback.procedure = "1.003659"
        feedback.account = "0900123456"
        var step = YearlyReport.Step(procedure: "1.003659", text: "lên mức 4")
        step.level = 3
        step.target = 4
        step.by = day
        var report = YearlyReportMessage(id: "y-1", at: nil, year: 2026, attachments: attachments)
        report.roadmap = [step, YearlyReport.Step(procedure: "2.000488", text: "")]
        report.roadmapText = "Lộ trình"
        return [.submission(submission), .submission(bare), .feedback(feedback)]
            + [.feedback(FeedbackMessage(id: "f-2", at: nil, text: "")), .yearlyReport(report)]
            + (contents.map { content in
                var followUp = FollowUp(id: "u-1", dossier: code, at: moment, content: content)
                followUp.ticked = ["TK": []]
                return .followUp(followUp)
            })
    }

    private static var contents: [FollowUp.Content] {
        var handover = FollowUp.Handover()
        handover.collectedAt = moment
        handover.formSigned = true
        handover.originalsCompared = ["CCCD"]
        handover.trackingNumber = "EMS"
        handover.signedReceiptOn = .moment(moment)
        return [
            .postalCopy(trackingNumber: "EMS", receivedAt: moment, attachments: attachments),
            .payment(amount: 1_000_000_000_000, paidAt: moment, channel: "bank", reference: "r", payee: nil),
            .scan(component: "CCCD", file: "c.pdf"),
            .supplement(account: "0900", forms: ["TK"], attachments: attachments, signatures: signatures),
            .withdrawal(account: nil, reason: "thôi"), .acknowledgement,
            .supplementRequest(reasons: ["a", "b"], components: ["CCCD"], approvedBy: "Bình"),
            .extension(reason: "lâu", newDate: .day(day), approvedBy: "Bình"), .approval(approvedBy: "Bình"),
            .refusal(reasons: ["a"], approvedBy: "Bình", refund: true),
            .result(approvedBy: "Bình", attachments: attachments), .collection(handover),
            .collection(FollowUp.Handover()),
        ]
    }

    static var packages: [Package] {
        let channels = [Channel.online, .postal, .payments, .agency(code.agency)]
        return messages.enumerated().map { index, message in
            Package(
                channel: channels[index % channels.count], message: message, papers: [nil, papers[0]],
                unlisted: index == 0 ? papers : [], signatures: index == 0 ? signatures : [], content: digest)
        }
    }

    static let needs = NeededFiles(
        [FormNeed(name: "a.pdf", size: 1, digest: digest), FormNeed(name: "b", size: nil, digest: nil)], isCutOff: true)

    static var answers: [ReadingAnswer] {
        packages.map { .package($0) } + [
            .sealed(Seal.Holds(network: true, writing: false, reading: true, programs: false, house: true)),
            .unreadable(code: .duplicateID, message: "each id once expected", offset: 7, line: nil),
            .unreadable(code: .active, message: "", offset: nil, line: 1), .stray(nil), .stray(papers[1]),
            .needs(needs), .needs(NeededFiles()), .truth(true), .truth(false), .senders(["0900", nil]), .senders([]),
            .failed,
        ]
    }

    static var requests: [ReadingRequest] {
        var limits = Limits()
        limits.files = 7
        return [
            .open(schema: [0, 255, 128], limits: limits), .read(.agency(code.agency)), .needs(form: "a.xml"),
            .isMissingItsEnd(file: "b.pdf"), .isMissingFromArchive(archive: "c.zip"), .senders(names: ["a", "b"]),
            .senders(names: []),
        ]
    }
}
