import Dossiers

/// What agencies, the counter and persons of the office do in the rehearsed year.
extension YearStep {
    private static let agencyIsAnswered = ["incident", "agencyAnswer"]
    private static let approved = "<approvedBy>Giám đốc</approvedBy>"

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

    /// The leader approves the apology that was drafted by then.
    static func approve(_ service: YearService, refused: String? = nil) -> YearStep {
        var step = said(by: service.agency, "approval", "processing", ["apology"], refused: refused) { _ in approved }
        step.waitsForDraft = refused == nil
        step.comesAtOnce = true
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

    static func yearlyReport(_ service: YearService) -> YearStep {
        YearStep(
            .drop(folder: "agencies/\(service.agency)") {
                "<yearlyReport xmlns=\"urn:hoso:package:1\" id=\"\($0.id)\" at=\"\($0.at)\"><year>2026</year>"
                    + YearForm.attachments(["BC"], mark: $0.id)
                    + "<roadmap><service procedure=\"\(service.procedure)\" level=\"3\" target=\"4\">Toàn trình</service></roadmap>"
                    + "</yearlyReport>"
            }, "recorded")
    }

    static func order(_ verb: Order.Verb, _ letters: [String] = []) -> YearStep {
        let state = [.hold: "held", .release: "accepted", .withdraw: "withdrawn"][verb] ?? ""
        return YearStep(
            .order { Order(verb, dossier: $0, reason: "kiểm tra lại", by: "hoa") }, state, letters: letters)
    }

    /// The new agency has said nothing yet.
    static func reroute(to service: YearService, _ state: String = "accepted") -> YearStep {
        YearStep(
            .order {
                Order(
                    .reroute, dossier: $0, to: AgencyCode(service.agency), reason: "đúng thẩm quyền", by: "hoa")
            }, state, letters: ["rerouted"])
    }

    static func refund(_ amount: Int) -> YearStep {
        YearStep(
            .order {
                var order = Order(.refund, dossier: $0, reason: "thu thừa", by: "hoa")
                order.giveBack(amount, basis: "Luật Phí và lệ phí")
                return order
            }, "", letters: ["refund"])
    }
}
