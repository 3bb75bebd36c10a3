import Dossiers

/// What people do in the rehearsed year.
extension YearStep {
    private static let agencyIsAnswered = ["incident", "agencyAnswer"]
    private static let citizenIsAnswered = ["incident", "answer"]
    private static let approved = "<approvedBy>Giám đốc</approvedBy>"

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

    private static func said(
        by agency: String, _ root: String, _ state: String, _ letters: [String], refused: String? = nil,
        _ fields: @escaping @Sendable (Facts) -> String
    ) -> YearStep {
        YearStep(
            .drop(folder: "agencies/\(agency)") {
                YearForm.message(root, $0.id, dossier: $0.code, at: $0.at, fields($0))
            }, refused == nil ? state : "rejected", reason: refused,
            letters: refused == nil ? letters : agencyIsAnswered)
    }

    static func acknowledge(_ service: YearService, refused: String? = nil) -> YearStep {
        said(by: service.agency, "acknowledgement", "processing", [], refused: refused) { _ in "" }
    }

    static func coAgencyResult(_ service: YearService) -> YearStep {
        said(by: service.coAgency ?? service.agency, "result", "processing", []) {
            approved + YearForm.attachments(["KQ"], mark: $0.id)
        }
    }

    static func result(_ service: YearService, _ state: String) -> YearStep {
        said(by: service.agency, "result", state, ["result"]) {
            approved + YearForm.attachments(["KQ"], mark: $0.id)
        }
    }

    static func request(_ service: YearService, _ component: String) -> YearStep {
        said(by: service.agency, "supplementRequest", "awaitingSupplement", ["supplement"]) { _ in
            "<reason>Ảnh bị mờ.</reason><component>\(component)</component>\(approved)"
        }
    }

    static func extend(_ service: YearService, refused: String? = nil) -> YearStep {
        said(by: service.agency, "extension", "processing", ["apology"], refused: refused) {
            "<reason>Hồ sơ phức tạp.</reason><newDate>\($0.at.day.advanced(by: 40))</newDate>\(approved)"
        }
    }

    static func refuse(_ service: YearService, refund: Bool) -> YearStep {
        said(by: service.agency, "refusal", "refused", ["agencyRefusal"]) { _ in
            "<reason>Không đủ điều kiện.</reason>\(approved)<refund>\(refund)</refund>"
        }
    }

    /// `AT` and `DAY` stand for the moment and its day.
    static func collect(_ service: YearService, _ fields: String, refused: String? = nil) -> YearStep {
        said(by: service.agency, "collection", "returned", ["returned"], refused: refused) {
            fields.replacing("AT<", with: "\($0.at)<").replacing("DAY<", with: "\($0.at.day)<")
        }
    }

    /// At the counter, with everything signed and compared.
    static func handOver(_ service: YearService) -> YearStep {
        let compared = service.papers.map { "<originalsCompared component=\"\($0)\">true</originalsCompared>" }
        return collect(service, "<collectedAt>AT</collectedAt><formSigned>true</formSigned>\(compared.joined())")
    }

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

    /// A payment is not an agency's to tell.
    static func payByAgency(_ service: YearService) -> YearStep {
        var step = YearStep(
            .drop(folder: "agencies/\(service.agency)") {
                YearForm.message(
                    "payment", $0.id, dossier: $0.code, at: $0.at,
                    "<amount>1000</amount><paidAt>\($0.at)</paidAt><channel>bank</channel><reference>\($0.id)</reference>"
                )
            }, "quarantined", reason: "wrong-folder")
        step.isQuarantined = true
        return step
    }

    /// An agency speaks for its own dossiers only.
    static func otherAgency() -> YearStep {
        said(by: YearService.postalLicence.agency, "acknowledgement", "", [], refused: "other-agency") { _ in "" }
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

    /// The leader approves the apology that was drafted by then.
    static func approve(_ service: YearService, refused: String? = nil) -> YearStep {
        var step = said(by: service.agency, "approval", "processing", ["apology"], refused: refused) { _ in approved }
        step.waitsForDraft = refused == nil
        return step
    }

    /// An agency that says no, or asks for more, without saying why or by whose word.
    static func unapproved(_ service: YearService, _ root: String, refused: String) -> YearStep {
        said(by: service.agency, root, "", [], refused: refused) { _ in
            let by = refused == "no-approver" ? "<approvedBy> - </approvedBy>" : approved
            let why = refused == "no-reason" ? "<reason> … </reason>" : "<reason>Không đủ điều kiện.</reason>"
            return root == "refusal" ? "\(why)\(by)<refund>false</refund>" : "\(why)\(by)"
        }
    }

    /// What somebody had to say who was not logged in.
    static func anonymousFeedback() -> YearStep {
        written(in: "online", "feedback", "awaitingSupplement", []) { _ in "<text>Quầy số 2 đông.</text>" }
    }

    static func yearlyReport(_ service: YearService) -> YearStep {
        YearStep(
            .drop(folder: "agencies/\(service.agency)") {
                "<yearlyReport xmlns=\"urn:hoso:package:1\" id=\"\($0.id)\" at=\"\($0.at)\"><year>2026</year>"
                    + YearForm.attachments(["BC"], mark: $0.id)
                    + "<roadmap><service procedure=\"\(service.procedure)\" level=\"3\" target=\"4\">Toàn trình</service></roadmap>"
                    + "</yearlyReport>"
            }, "recorded")
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
        posted("awaitingPostalCopy", ["postal"]) {
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

    static func order(_ verb: Order.Verb, _ letters: [String] = []) -> YearStep {
        let state = [.hold: "held", .release: "accepted"][verb] ?? ""
        return YearStep(
            .order { Order(verb, dossier: $0, reason: "kiểm tra lại", by: "hoa") }, state, letters: letters)
    }

    static func reroute(to service: YearService) -> YearStep {
        YearStep(
            .order {
                Order(
                    .reroute, dossier: $0, to: AgencyCode(service.agency), reason: "đúng thẩm quyền", by: "hoa")
            }, "", letters: ["rerouted"])
    }

    static func refund(_ amount: Int) -> YearStep {
        YearStep(
            .order {
                var order = Order(.refund, dossier: $0, reason: "thu thừa", by: "hoa")
                order.amount = amount
                order.basis = "Luật Phí và lệ phí"
                return order
            }, "", letters: ["refund"])
    }

}
