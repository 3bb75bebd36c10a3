import Dossiers
import Pipeline

/// One way from submission to end, as it is played: who does what, in order.
struct YearCourse: Sendable {
    let name: String
    let steps: [YearStep]
    /// The submission's id, where the form is signed and cannot be written anew; then it is played once.
    var signedID: String?

    init(_ name: String, _ steps: [YearStep]) {
        self.name = name
        self.steps = steps
    }

    /// Level 4, signed in the form.
    static func signed() throws -> [YearCourse] {
        try DemoPackages.all().compactMap { package in
            guard let (id, what) = signedForms[package.name] else { return nil }
            var step = YearStep(.sample(package), "accepted", letters: ["receipt"])
            step.isSubmission = true
            var course = YearCourse(
                "level 4, signed \(what), result online", [step, .acknowledge(.copy), .result(.copy, "returned")])
            course.signedID = id
            return course
        }
    }

    private static let signedForms = [
        "mau-ky-so.zip": ("mau-ky-so-xml", "in the form"),
        "mau-ky-so-pdf.zip": ("mau-ky-so-pdf", "in a paper of its own"),
    ]

    /// Every way that is gone down again and again.
    static let all: [YearCourse] = [
        YearCourse(
            "level 3, co-agency, originals not compared, then compared",
            [
                .submit(.land, "accepted", ["receipt"]), .acknowledge(.land), .coAgencyResult(.land),
                .result(.land, "resolved"),
                .collect(
                    .land, "<collectedAt>AT</collectedAt><formSigned>true</formSigned>",
                    refused: "original-not-compared"),
                .collect(.land, "<collectedAt>AT</collectedAt>", refused: "form-not-signed"), .handOver(.land),
            ]),
        YearCourse(
            "the agency asks for a paper",
            [
                .submit(.land, "accepted", ["receipt"]), .request(.land, "CCCD"),
                .supplement(["CCCD"], "processing", ["resumed"]), .result(.land, "resolved"), .handOver(.land),
            ]),
        YearCourse(
            "the agency asks for a paper and answers without it",
            [
                .submit(.land, "accepted", ["receipt"]), .request(.land, "CCCD"), .result(.land, "resolved"),
                .handOver(.land),
            ]),
        YearCourse(
            "a paper is missing, a stranger brings it, then its citizen",
            [
                .submit(.land, without: "GCN", "awaitingSupplement", ["supplement"]), .strangersSupplement(["GCN"]),
                .supplement(["GCN"], "accepted", ["receipt"]), .result(.land, "resolved"), .handOver(.land),
            ]),
        YearCourse(
            "one extension, two more refused",
            [
                .submit(.land, "accepted", ["receipt"]), .extend(.land), .extend(.land, refused: "already-extended"),
                .extend(.land, refused: "already-extended"), .result(.land, "resolved"), .handOver(.land),
            ]),
        YearCourse(
            "the agency asks for a paper within an extension",
            [
                .submit(.land, "accepted", ["receipt"]), .extend(.land), .request(.land, "GCN"),
                .supplement(["GCN"], "processing", ["resumed"]), .result(.land, "resolved"), .handOver(.land),
            ]),
        YearCourse(
            "refusal by the agency", [.submit(.land, "accepted", ["receipt"]), .refuse(.land, refund: false)]),
        YearCourse(
            "marked by a person, and what an agency may not say",
            [
                .submit(.land, "accepted", ["receipt"]), .order(.markViolation, ["incident"]),
                .order(.clearViolation, ["incident"]), .otherAgency(), .payByAgency(.land), .result(.land, "resolved"),
                .handOver(.land),
            ]),
        YearCourse("withdrawal", [.submit(.land, "accepted", ["receipt"]), .withdraw()]),
        YearCourse(
            "withdrawal at the counter",
            [.submit(.land, "accepted", ["receipt"]), .order(.withdraw, ["withdrawn"])]),
        YearCourse(
            "feedback, and a payment where nothing is due",
            [
                .submit(.land, "accepted", ["receipt"]), .feedback("accepted"), .payForUnknown(), .unreadable(),
                .pay(200_000, "rejected", refused: "no-fee-due"), .result(.land, "resolved"), .handOver(.land),
            ]),
        YearCourse(
            "the same again, and other content under its id",
            [
                .submit(.land, "accepted", ["receipt"]), .again(.land, purpose: "Vay vốn", "duplicate", []),
                .again(.land, purpose: "Khác", "refused", ["refusal"]), .result(.land, "resolved"), .handOver(.land),
            ]),
        YearCourse("an unknown procedure", [.submit(.unknown, "refused", ["refusal"])]),
        YearCourse("a ministry's own procedure", [.submit(.residence, "accepted", ["forwarded"])]),
        YearCourse(
            "level 2",
            [
                .submit(.postalLicence, "accepted", ["receipt"]), .acknowledge(.postalLicence),
                .result(.postalLicence, "resolved"),
                .collect(.postalLicence, "<collectedAt>AT</collectedAt>"),
            ]),
        YearCourse(
            "level 4, by post, paid wrong, right and twice, result online",
            [
                .submit(.criminalRecord, "awaitingPostalCopy", ["postal"]),
                .post("awaitingPayment", ["payment"]), .pay(199_999, "rejected", refused: "wrong-amount"),
                .pay(200_000, "accepted", ["receipt"]), .pay(200_000, "rejected", refused: "paid-already"),
                .result(.criminalRecord, "returned"),
            ]),
        YearCourse(
            "level 4, result by registered post",
            [
                .submit(.criminalRecord, delivery: "post", "awaitingPostalCopy", ["postal"]),
                .pay(200_000, "awaitingPostalCopy", ["paid"]), .post("accepted", ["receipt"]),
                .result(.criminalRecord, "resolved"),
                .collect(
                    .criminalRecord,
                    "<trackingNumber>RB1VN</trackingNumber><signedReceiptOn>DAY</signedReceiptOn>"),
            ]),
        YearCourse(
            "level 4, result at the counter",
            [
                .submit(.criminalRecord, delivery: "counter", "awaitingPostalCopy", ["postal"]),
                .post("awaitingPayment", ["payment"]), .pay(200_000, "accepted", ["receipt"]),
                .acknowledge(.criminalRecord), .result(.criminalRecord, "resolved"),
                .collect(.criminalRecord, "<collectedAt>AT</collectedAt>"),
            ]),
        YearCourse(
            "an apology that is drafted, and its leader's word",
            [
                .submit(.land, "accepted", ["receipt"]), .approve(.land),
                .approve(.land, refused: "already-extended"),
                .result(.land, "resolved"), .handOver(.land),
            ]),
        YearCourse(
            "a word where nothing was drafted",
            [
                .submit(.criminalRecord, "awaitingPostalCopy", ["postal"]), .post("awaitingPayment", ["payment"]),
                .pay(200_000, "accepted", ["receipt"]),
                .approve(.criminalRecord, refused: "nothing-to-approve"),
                .result(.criminalRecord, "returned"),
            ]),
        YearCourse(
            "another agency leads from now on",
            [
                .submit(.land, "accepted", ["receipt"]), .reroute(to: .landElsewhere),
                .acknowledge(.land, refused: "handed-on"), .acknowledge(.landElsewhere),
                .result(.landElsewhere, "resolved"), .handOver(.landElsewhere),
            ]),
        YearCourse(
            "another agency leads after the first had it",
            [
                .submit(.land, "accepted", ["receipt"]), .acknowledge(.land), .reroute(to: .landElsewhere),
                .acknowledge(.landElsewhere), .result(.landElsewhere, "resolved"), .handOver(.landElsewhere),
            ]),
        YearCourse(
            "another agency leads while a paper is waited for",
            [
                .submit(.land, "accepted", ["receipt"]), .request(.land, "CCCD"),
                .reroute(to: .landElsewhere, "awaitingSupplement"),
                .supplement(["CCCD"], "accepted", ["resumed"]), .acknowledge(.landElsewhere),
                .result(.landElsewhere, "resolved"), .handOver(.landElsewhere),
            ]),
        YearCourse(
            "an agency that says no without reason, without a leader, and then with both",
            [
                .submit(.land, "accepted", ["receipt"]), .unapproved(.land, "refusal", refused: "no-reason"),
                .unapproved(.land, "refusal", refused: "no-approver"),
                .unapproved(.land, "supplementRequest", refused: "no-reason"),
                .unapproved(.land, "supplementRequest", refused: "no-approver"), .refuse(.land, refund: false),
            ]),
        YearCourse(
            "scans that come alone, and feedback of nobody",
            [
                .submit(.land, without: "GCN", "awaitingSupplement", ["supplement"]),
                .loneScan("CCCD", "awaitingSupplement", ["incident"]), .strayScan(), .anonymousFeedback(),
                .supplement(["GCN"], "accepted", ["receipt"]), .result(.land, "resolved"), .handOver(.land),
            ]),
        YearCourse("the year's report of an agency", [.yearlyReport(.land)]),
        YearCourse(
            "level 4, copies at fault, money to a stranger, then into the agency's own account, and some of it back",
            [
                .submit(.criminalRecord, "awaitingPostalCopy", ["postal"]), .postUncertified(), .postHalf(),
                .post("awaitingPayment", ["payment"]), .payStranger(200_000),
                .transfer(200_000, to: YearService.account, "accepted", ["receipt"]), .refund(50_000),
                .result(.criminalRecord, "returned"),
            ]),
        YearCourse(
            "level 4, refused with the money back",
            [
                .submit(.criminalRecord, "awaitingPostalCopy", ["postal"]), .post("awaitingPayment", ["payment"]),
                .pay(200_000, "accepted", ["receipt"]), .refuse(.criminalRecord, refund: true),
            ]),
        YearCourse(
            "level 4, held by a person while the fee completes it",
            [
                .submit(.criminalRecord, "awaitingPostalCopy", ["postal"]), .post("awaitingPayment", ["payment"]),
                .order(.hold), .pay(200_000, "held", ["paid"]), .order(.release, ["receipt"]),
                .result(.criminalRecord, "returned"),
            ]),
        YearCourse(
            "level 4, held by a person while the post completes it",
            [
                .submit(.criminalRecord, "awaitingPostalCopy", ["postal"]),
                .pay(200_000, "awaitingPostalCopy", ["paid"]), .order(.hold), .post("held", ["supplemented"]),
                .order(.release, ["receipt"]), .result(.criminalRecord, "returned"),
            ]),
    ]
}
