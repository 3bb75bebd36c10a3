import Bytes
import Dossiers
import Signatures
import Testing

@testable import Ledgers

/// Entries of every kind.
enum Entries {
    static func moment(_ text: String) throws -> Moment { try #require(Moment(text + ":00+07:00")) }

    /// The register as all entries leave it, without a snapshot.
    static func folded(_ home: TemporaryFolder) throws -> Register {
        var register = Register()
        try LedgerReading(folder: home.folder).forEach { try register.apply($0) }
        return register
    }

    static func receipt(_ number: Int) throws -> (DossierCode, Receipt) {
        let agency = try #require(AgencyCode("000.00.10.H34"))
        let day = try #require(Day("2026-11-23"))
        var submitter = Submitter(account: "0900123456", name: "Nguyễn Văn \"An\" / \\ \u{1}")
        submitter.address = "12 Trần Phú"
        let submission = Submission(
            id: "s-\(number)", procedure: "2.000488", level: 4, submitter: submitter,
            submittedAt: try moment("2026-11-23T08:15"), resultDelivery: .online, forms: ["TK"], attachments: [],
            signatures: [])
        let procedure = Procedure(
            code: "2.000488", name: "Thủ tục", sector: "Lĩnh vực", level: 4, agency: agency, time: .workingDays(3),
            components: [], result: "Kết quả")
        let receipt = Receipt(
            submission: submission, content: Digest(Array(repeating: UInt8(truncatingIfNeeded: number), count: 32)),
            procedure: procedure,
            channel: "online")
        return (DossierCode(agency: agency, day: day, number: number), receipt)
    }

    static func all() throws -> [Entry] {
        let (code, receipt) = try receipt(1)
        let now = try moment("2026-11-23T14:00")
        let digest = Digest(Array(repeating: 7, count: 32))
        var paper = Paper(file: "căn cước.pdf", size: 10, sha256: digest, type: .pdf)
        paper.fault = Paper.Fault(ParseError(.truncated, "the end is missing", at: 9))
        paper.signatures = [
            SignatureReport(
                form: .pdf, present: .passed, coverage: Coverage(whole: true), intact: .failed("digest-mismatch"),
                valid: .undetermined("not-checked"), trusted: .undetermined("not-checked"))
        ]
        let day = try #require(Day("2026-11-22"))
        let examined = ExaminedPaper(component: "CCCD", paper: paper, vouched: .byCertification(by: "UBND", on: day))
        let submission = Submission(
            id: "s-9", procedure: "x", level: 3, submitter: receipt.submitter, submittedAt: now,
            resultDelivery: .counter, forms: [], attachments: [], signatures: [])
        var stray = Unmatched(name: "cccd.pdf.2", reason: "no form")
        (stray.channel, stray.file, stray.size, stray.sha256) = ("online", "cccd.pdf", 10, digest)
        let events: [(DossierCode?, Event)] = [
            (code, .received(receipt)),
            (
                code,
                .examined(
                    Examination(
                        papers: [examined], findings: [Finding(.wrongType, component: "CCCD", found: "tiff")],
                        signatures: paper.signatures))
            ),
            (code, .waiting(state: .awaitingPostalCopy)),
            (code, .completed(Deadlines(from: now, handOver: now, result: now, provisional: true))),
            (
                code,
                .paid(PaymentReceipt(message: "m1", amount: 200_000, paidAt: now, channel: "bank", reference: "GD"))
            ),
            (
                code,
                .postalCopyReceived(
                    PostalCopyReceipt(
                        message: "m2", trackingNumber: "RB1VN", receivedAt: now, papers: [examined], findings: []))
            ),
            (code, .scanReceived(component: "CCCD", paper: paper, message: "m3")),
            (code, .acknowledged(by: code.agency, message: "m4")),
            (nil, .refused(Refusal(submission: submission, content: digest, findings: [], channel: "online"))),
            (code, .repeated(submission: "s-1")),
            (nil, .rejected(Rejection(message: "m5", kind: "payment", channel: "payments", reason: .unknownDossier))),
            (nil, .quarantined(Quarantined(name: "x.zip", channel: "online", code: "crc", reason: "byte 3: …"))),
            (nil, .unmatched(Unmatched(name: "Scan0001.pdf", reason: "no form"))), (nil, .unmatched(stray)),
            (nil, .matched(name: "cccd.pdf", nil)), (code, .mayLieUnmatched(names: ["cccd.pdf", "cccd.pdf.2"])),
            (code, .published(Output(kind: .notice, path: "notices/x.eml", size: 3, sha256: digest))),
            (nil, .incident(kind: "disk", open: true, effect: "full")),
            (nil, .nightlyDone(day: day)),
        ]
        let agency = code.agency
        let act = PersonalAct(by: "Trần Bình", reason: "xem lại")
        var collection = Collection(route: .post, collectedAt: now)
        collection.trackingNumber = "RB2VN"
        collection.signedReceiptOn = now
        var feedback = Feedback(message: "m5", text: "Rõ ràng")
        feedback.dossier = code
        var step = YearlyReport.Step(procedure: "2.000488", text: "sớm")
        step.target = 4
        var deadlines = Deadlines(from: now, handOver: now, result: now, provisional: false)
        deadlines.extendedTo = now
        let uncounted = PaymentReceipt(message: "m8", amount: 2, paidAt: now, channel: "bank", reference: "GD2")
        let later: [(DossierCode?, Event)] = [
            (code, .forwarded), (code, .matched(name: "Scan0001.pdf", act)),
            (
                code,
                .messageReceived(
                    MessageReceipt(id: "m5", kind: "payment", channel: "payments", content: digest, sentAt: now))
            ),
            (
                code,
                .supplemented(
                    SupplementReceipt(
                        message: "m6", forms: ["TK"], papers: [examined], replaced: ["CCCD"], signatures: []))
            ),
            (code, .feedback(feedback)),
            (
                code,
                .supplementRequested(
                    SupplementRequest(by: agency, reasons: ["mờ"], components: ["CCCD"], approvedBy: "Hoa"))
            ),
            (code, .paused(.supplement)), (code, .resumed(deadlines)),
            (code, .apologyDrafted(Apology(reason: "xác minh", newDate: now))),
            (code, .extended(Extension(by: agency, reason: "xác minh", newDate: now, approvedBy: "Lân"))),
            (code, .remarked(.paidAtCounter)), (code, .held(act)), (code, .released(act)),
            (code, .rerouted(to: agency, act)), (code, .rerouted(to: agency, act, deadlines)), (code, .resent(act)),
            (code, .violationMarked(act)),
            (code, .violationCleared(act)),
            (code, .resultReceived(ResultReceipt(by: agency, approvedBy: "Lân", papers: [examined]))),
            (code, .collected(collection)),
            (code, .refundOrdered(RefundOrder(amount: 1, references: ["GD"], reason: "x", basis: "Điều 8.2c"))),
            (
                code,
                .rejected(
                    Rejection(
                        message: "m8", kind: "payment", channel: "payments", reason: .paidAlready,
                        payment: uncounted))
            ),
            (
                code,
                .refundOrdered(
                    RefundOrder(
                        amount: 1, references: ["GD2"], reason: "x", basis: "Luật Phí và lệ phí", payment: uncounted))
            ),
            (
                nil,
                .yearlyReport(
                    YearlyReport(
                        message: "m7", agency: agency, year: 2026, papers: [examined], roadmap: [step],
                        roadmapText: nil))
            ),
            (code, .agencyRefused(AgencyRefusal(by: agency, reasons: ["a"], approvedBy: "B", refund: true))),
            (code, .withdrawn(Withdrawal(reason: nil))),
        ]
        return (events + later).enumerated().map { index, event in
            Entry(number: index + 1, at: now, claim: "online@1-\(index)", dossier: event.0, event: event.1)
        }
    }
}
