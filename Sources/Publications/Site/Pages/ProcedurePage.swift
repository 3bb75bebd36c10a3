import Dossiers

/// All that a citizen must know of a procedure before submitting (Điều 3.1, 5.2, 14.3).
struct ProcedurePage {
    private let procedure: Procedure
    private let site: PublishedSite
    private let language: SiteLanguage

    init(_ procedure: Procedure, site: PublishedSite, language: SiteLanguage) {
        self.procedure = procedure
        self.site = site
        self.language = language
    }

    var page: SitePage {
        SitePage(
            language: language, path: "catalogue/\(procedure.code).html", place: .catalogue, title: procedure.name,
            heading: language.vietnamese(procedure.name), content: content)
    }

    private func text(_ vi: String, _ en: String) -> String { Bilingual(vi, en)(language) }

    private var content: String {
        let list = facts.map { "<dt>\($0.0)</dt>\n<dd>\($0.1)</dd>" }.joined(separator: "\n")
        return """
            <p><span class="tag">\(language.level(procedure))</span> <span class="note">\(text("Mã thủ tục", "Procedure code")) \(procedure.code)</span></p>
            <dl class="facts">
            \(list)
            </dl>
            <section>
            <h2>\(text("Giấy tờ cần nộp", "Papers to submit"))</h2>
            \(papers.html)</section>
            \(steps)\(responsibilities)\(how)
            """
    }

    private var facts: [(String, String)] {
        let time = language.time(of: procedure)
        let promised = procedure.promisedDays.map {
            text("; cơ quan cam kết \($0) ngày làm việc", "; the agency promises \($0) working days")
        }
        var facts = [
            (text("Lĩnh vực", "Sector"), language.vietnamese(procedure.sector)),
            (
                text("Cơ quan giải quyết", "Agency"),
                agency
            ),
            (
                text("Thời hạn giải quyết", "Time to answer"),
                procedure.central
                    ? time
                    : time + (promised ?? "")
                        + text(", kể từ khi nhận đủ hồ sơ hợp lệ", ", from receipt of a complete dossier")
            ),
            (text("Phí, lệ phí", "Fee"), language.fee(procedure)),
            (text("Kết quả", "Result"), language.vietnamese(procedure.result)),
        ]
        if !procedure.coAgencies.isEmpty {
            let names = procedure.coAgencies.map { language.vietnamese(site.agencyName($0)) }
            facts.insert((text("Cơ quan phối hợp", "With"), names.joined(separator: "; ")), at: 2)
        }
        if let basis = procedure.guidance.legalBasis {
            facts.append((text("Căn cứ pháp lý", "Legal basis"), language.vietnamese(basis)))
        }
        return facts
    }

    /// With a link to whom to call, where it is still there.
    private var agency: String {
        let name = language.vietnamese(site.agencyName(procedure.agency))
        guard site.agencies.contains(where: { $0.code == procedure.agency }) else { return name }
        return "<a href=\"../offices.html#\(procedure.agency)\">\(name)</a>"
    }

    private var papers: SiteTable {
        SiteTable(
            caption: text("Thành phần hồ sơ: 01 bộ", "What a dossier consists of: one set"),
            columns: [
                SiteTable.Column(title: text("Giấy tờ", "Paper")), .init(title: text("Bắt buộc", "Required")),
                .init(title: text("Loại tệp", "Kind of file")),
                .init(title: text("Khi nhận kết quả", "On receiving the result")),
            ],
            rows: procedure.components.map { component in
                SiteTable.Row(cells: [
                    language.vietnamese(component.title),
                    component.required || component.kind == .form
                        ? text("Có", "Yes") : text("Nếu có", "If there is one"),
                    component.kind == .form
                        ? text("Mẫu đơn điện tử", "Form on the portal")
                        : component.types.map { $0.rawValue.uppercased() }.joined(separator: ", "),
                    toBring(component),
                ])
            })
    }

    /// What is done with it at the counter, as letters say: at level 4 nothing, but such a procedure may be used at level 3 (Điều
    /// 7.1a, 14.3); a ministry's own goes by the ministry's rules.
    private func toBring(_ component: Component) -> String {
        guard !procedure.central else { return "—" }
        let isLower = procedure.level < 4
        if component.kind == .form {
            guard procedure.level >= 3 else { return "—" }
            return isLower
                ? text("Ký mẫu đơn", "Sign the form")
                : text("Nếu nộp ở mức độ 3: ký mẫu đơn", "At level 3: sign the form")
        }
        guard component.original else { return "—" }
        return isLower
            ? text("Mang bản chính để đối chiếu", "Bring the original to be compared")
            : text(
                "Nếu nộp ở mức độ 3: mang bản chính để đối chiếu", "At level 3: bring the original to be compared")
    }

    private var steps: String {
        guard !procedure.guidance.steps.isEmpty else { return "" }
        let items = procedure.guidance.steps.map { step in
            let hours = step.hours.map { hours -> String in
                let text = ReportCell(.minutes(Int((hours * 60).rounded())))
                return self.text(" (\(text.vietnamese) giờ làm việc)", " (\(text.plain) working hours)")
            }
            return "<li>\(language.vietnamese(step.text))\(hours ?? "")</li>"
        }.joined(separator: "\n")
        return "<section>\n<h2>\(text("Trình tự", "Steps"))</h2>\n<ol>\n\(items)\n</ol>\n</section>\n"
    }

    private var responsibilities: String {
        guard !procedure.guidance.responsibilities.isEmpty else { return "" }
        let names = [
            "citizen": Bilingual("Người nộp", "Whoever submits"),
            "agency": Bilingual("Cơ quan giải quyết", "The agency"),
            "coAgency": Bilingual("Cơ quan phối hợp", "The agency beside it"),
        ]
        let items = procedure.guidance.responsibilities.map {
            let party = names[$0.party]?(language) ?? HTMLText.escaped($0.party)
            return "<li>\(party): \(language.vietnamese($0.text))</li>"
        }.joined(separator: "\n")
        return
            "<section>\n<h2>\(text("Trách nhiệm các bên", "Who sees to what"))</h2>\n<ul>\n\(items)\n</ul>\n</section>\n"
    }

    private var how: String {
        if procedure.central {
            return "<p>"
                + text(
                    "Thủ tục này do Bộ, ngành Trung ương cung cấp; hồ sơ được chuyển sang hệ thống của Bộ (Điều 2 khoản 2 Quy chế).",
                    "This procedure is offered by a ministry; dossiers are passed on to its system (Article 2.2).")
                + "</p>\n"
        }
        let anchor = procedure.level >= 4 ? "level4" : procedure.level == 3 ? "level3" : "before"
        return """
            <section>
            <h2>\(text("Cách nộp", "How to submit"))</h2>
            <ul>
            <li><a href="../guide.html#\(anchor)">\(text("Hướng dẫn nộp hồ sơ", "How to submit")) – \(language.level(procedure))</a></li>
            <li><a href="../guide.html#scans">\(text("Chụp, quét giấy tờ", "Photographing and scanning papers"))</a></li>
            <li><a href="../guide.html#fees">\(text("Nộp phí, lệ phí", "Paying the fee"))</a></li>
            </ul>
            </section>

            """
    }
}
