import Dossiers
import Publications
import Testing

@Suite("Catalogue and feedback")
struct CatalogueReportTests {
    private func full() -> Procedure {
        var procedure = Procedure(
            code: "2.000488", name: "Cấp Phiếu lý lịch tư pháp", sector: "Lý lịch tư pháp", level: 4,
            agency: Counted.agency(), time: .workingDays(10), fee: .init(amount: 200_000, due: .submission),
            components: [
                Component(
                    id: "CCCD", kind: .attachment, title: "Căn cước công dân", types: [.pdf], required: true,
                    original: true)
            ], result: "Phiếu lý lịch tư pháp")
        procedure.guidance.steps = [.init(text: "Tiếp nhận", hours: 4)]
        procedure.guidance.responsibilities = [.init(party: "citizen", text: "Kê khai trung thực")]
        procedure.guidance.legalBasis = "Luật Lý lịch tư pháp 2009"
        procedure.guidance.roadmap = "Giữ mức độ 4"
        return procedure
    }

    @Test("Services stand by sector with level, components, time, fee, steps and responsibilities")
    func Dieu5_1a_catalogue() throws {
        let other = Counted.procedure("2.000815", sector: "Chứng thực", level: 2)
        let report = CatalogueReport(Counted.data([], catalogue: Counted.catalogue([full(), other]))).report
        let page = String(decoding: report.html, as: UTF8.self)
        for text in [
            "Căn cước công dân (mang bản chính để đối chiếu)", "10 ngày làm việc", "200.000 đồng, khi nộp hồ sơ",
            "Tiếp nhận (4,0 giờ)", "Người nộp: Kê khai trung thực", "Luật Lý lịch tư pháp 2009", "Không thu",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(report.tables.prefix(2).map(\.caption) == ["Lĩnh vực Chứng thực", "Lĩnh vực Lý lịch tư pháp"])
    }

    @Test("What is not published of a procedure is listed for its agency, and an agency without services too")
    func Dieu5_2_gaps() throws {
        #expect(CatalogueReport.gaps(of: full()).isEmpty)
        let bare = Counted.procedure()
        let report = CatalogueReport(Counted.data([], catalogue: Counted.catalogue([bare]))).report
        let gaps = try #require(report.tables.first { $0.id == "gaps" })
        #expect(gaps.fields.map { $0[0] } == ["000.00.10.H34", "000.00.18.H34"])
        #expect(gaps.fields[0][2].contains("trách nhiệm các bên"))
        #expect(gaps.fields[1][2].contains("chưa có dịch vụ nào"))
    }

    @Test("Every change of a procedure stands with the day from which it holds")
    func Dieu13_4_changes() throws {
        var later = full()
        later.validFrom = Counted.day("2026-07-01")
        later.validUntil = Counted.day("2027-06-30")
        let report = CatalogueReport(Counted.data([], catalogue: Counted.catalogue([full(), later]))).report
        let changes = try #require(report.tables.first { $0.id == "changes" })
        #expect(changes.fields == [["2026-07-01", "2.000488", "4", "10 ngày làm việc", "2027-06-30"]])
    }

    @Test("A procedure without a way of handling it is a gap of its agency")
    func Dieu13_3_steps() {
        var procedure = full()
        procedure.guidance.steps = []
        #expect(CatalogueReport.gaps(of: procedure) == ["trình tự, quy trình giải quyết (Điều 13.3)"])
    }

    @Test("Feedback is counted by agency and service, and its words are not printed")
    func Dieu9_4_feedback() throws {
        var feedback = Feedback(message: "m1", text: "Ông Bình rất chậm")
        feedback.agency = Counted.agency()
        feedback.procedure = "2.000488"
        let data = Counted.data([
            ("2026-11-16T08:00", nil, .feedback(feedback)), ("2026-11-17T08:00", nil, .feedback(feedback)),
            ("2026-11-18T08:00", nil, .feedback(Feedback(message: "m3", text: "Tốt"))),
        ])
        let report = FeedbackReport(data).report
        #expect(
            FeedbackReport(data).table.fields.map { [$0[0], $0[1], $0[2]] } == [
                ["000.00.10.H34", "2.000488", "2"], ["chung", "—", "1"], ["*", "*", "3"],
            ])
        #expect(!String(decoding: report.html, as: UTF8.self).contains("Bình"))
    }
}
