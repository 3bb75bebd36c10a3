import Dossiers

/// What citizens, banks and the post do in the rehearsed year.
extension YearStep {
    private static let citizenIsAnswered = ["incident", "answer"]

    static func submit(
        _ service: YearService, without missing: String? = nil, delivery: String = "online", _ state: String,
        _ letters: [String]
    ) -> YearStep {
        var service = service
        service.papers.removeAll { $0 == missing }
        return again(service, delivery: delivery, purpose: "Vay vốn", state, letters)
    }

    /// A submission under the id of the course's first.
    static func again(
        _ service: YearService, delivery: String = "online", purpose: String, _ state: String, _ letters: [String]
    ) -> YearStep {
        var step = YearStep(
            .drop(folder: "online") { facts in
                // The same form again is the same to the byte.
                YearForm.submission(
                    facts.submission, service, delivery: service.level < 4 ? "counter" : delivery, purpose: purpose,
                    at: submittedAt)
            }, state, letters: letters)
        step.isSubmission = true
        return step
    }

    private static let submittedAt = Moment(seconds: 1_767_225_600, offset: 25_200)

    private static func written(
        in folder: String, _ root: String, account: String? = nil, _ state: String, _ letters: [String],
        refused: String? = nil, _ fields: @escaping @Sendable (Facts) -> String
    ) -> YearStep {
        YearStep(
            .drop(folder: folder) {
                YearForm.message(root, $0.id, dossier: $0.code, account: account, at: $0.at, fields($0))
            }, refused == nil ? state : "rejected", reason: refused,
            letters: refused == nil ? letters : citizenIsAnswered)
    }

    static func supplement(_ components: [String], _ state: String, _ letters: [String]) -> YearStep {
        written(in: "online", "supplement", account: YearForm.account, state, letters) {
            YearForm.attachments(components, mark: $0.id)
        }
    }

    static func strangersSupplement(_ components: [String]) -> YearStep {
        written(in: "online", "supplement", account: "0900000002", "", [], refused: "other-account") {
            YearForm.attachments(components, mark: $0.id)
        }
    }

    static func withdraw() -> YearStep {
        written(in: "online", "withdrawal", account: YearForm.account, "withdrawn", ["withdrawn"]) { _ in "" }
    }

    static func feedback(_ state: String) -> YearStep {
        written(in: "online", "feedback", account: YearForm.account, state, ["feedback"]) { _ in
            "<text>Rõ ràng.</text>"
        }
    }

    static func pay(_ amount: Int, _ state: String, _ letters: [String] = [], refused: String? = nil) -> YearStep {
        written(in: "payments", "payment", state, letters, refused: refused) {
            "<amount>\(amount)</amount><paidAt>\($0.at)</paidAt><channel>post</channel><reference>\($0.id)</reference>"
        }
    }

    static func payForUnknown() -> YearStep {
        YearStep(
            .drop(folder: "payments") {
                YearForm.message(
                    "payment", $0.id, dossier: "000.00.12.H34-200102-0001", at: $0.at,
                    "<amount>1000</amount><paidAt>\($0.at)</paidAt><channel>bank</channel><reference>\($0.id)</reference>"
                )
            }, "rejected", reason: "unknown-dossier", letters: ["incident"])
    }

    /// A payment whose payee is not the published account.
    static func payStranger(_ amount: Int) -> YearStep {
        written(in: "payments", "payment", "", [], refused: "wrong-payee") {
            "<amount>\(amount)</amount><paidAt>\($0.at)</paidAt><channel>bank</channel><reference>\($0.id)</reference>"
                + "<payee>9999.9.9999999</payee>"
        }
    }

    /// Online, into no account; or into the agency's published one.
    static func transfer(_ amount: Int, to payee: String, _ state: String, _ letters: [String]) -> YearStep {
        written(in: "payments", "payment", state, letters) {
            "<amount>\(amount)</amount><paidAt>\($0.at)</paidAt><channel>bank</channel><reference>\($0.id)</reference>"
                + "<payee>\(payee)</payee>"
        }
    }

    /// What somebody had to say who was not logged in.
    static func anonymousFeedback() -> YearStep {
        written(in: "online", "feedback", "awaitingSupplement", []) { _ in "<text>Quầy số 2 đông.</text>" }
    }

    /// A scan of the post's desk that no form names: its own name says whose it is.
    static func loneScan(_ component: String, _ state: String, _ letters: [String]) -> YearStep {
        var step = YearStep(
            .drop(folder: "postal") { String(decoding: YearForm.scan("\($0.id) \(component)"), as: UTF8.self) }, state,
            letters: letters)
        step.fileName = { "\($0.code)_\(component).pdf" }
        step.loneScan = component
        return step
    }

    /// A scan that says of nobody whose it is.
    static func strayScan() -> YearStep {
        var step = loneScan("", "unmatched", [])
        step.fileName = { "Scan-\($0.id).pdf" }
        step.loneScan = nil
        step.isQuarantined = true
        return step
    }

    static func unreadable() -> YearStep {
        var step = YearStep(.drop(folder: "online") { "<feedback id=\"\($0.id)\"" }, "quarantined")
        step.isQuarantined = true
        return step
    }

    /// Certified copies of what came unsigned.
    static func post(_ state: String, _ letters: [String]) -> YearStep {
        posted(state, letters) {
            YearForm.attachments(YearService.criminalRecord.papers, mark: $0.id, certifiedOn: $0.at.day)
        }
    }

    /// Copies that nobody certified.
    static func postUncertified() -> YearStep {
        posted("awaitingPostalCopy", ["incident", "postal"]) {
            YearForm.attachments(YearService.criminalRecord.papers, mark: $0.id)
        }
    }

    /// One of the copies that are asked for.
    static func postHalf() -> YearStep {
        posted("awaitingPostalCopy", ["postal"]) {
            YearForm.attachments(["CCCD"], mark: $0.id, certifiedOn: $0.at.day)
        }
    }

    private static func posted(
        _ state: String, _ letters: [String], _ papers: @escaping @Sendable (Facts) -> String
    ) -> YearStep {
        written(in: "postal", "postalCopy", state, letters) {
            "<trackingNumber>RB1VN</trackingNumber><receivedAt>\($0.at)</receivedAt>" + papers($0)
        }
    }
}
