import Bytes
import Dossiers
import Publications
import Testing

@Suite("What public pages tell citizens to do")
struct AdvicePagesTests {
    private func site(_ procedures: [Procedure] = []) -> PublishedSite {
        PublishedSite(
            name: "Kon Tum", asOf: Counted.moment("2026-11-23T17:00"), today: Counted.day("2026-11-23"),
            ledgerNumber: 42, catalogue: Counted.catalogue(procedures),
            calendars: CalendarVersions(.init(general: Counted.calendar)), limits: .init())
    }

    @Test(
        "The page of a procedure says of originals and form what letters say of them",
        arguments: [
            (2, false, ["—", "Mang bản chính để đối chiếu"]),
            (3, false, ["Ký mẫu đơn", "Mang bản chính để đối chiếu"]),
            (4, false, ["Nếu nộp ở mức độ 3: ký mẫu đơn", "Nếu nộp ở mức độ 3: mang bản chính để đối chiếu"]),
            (4, true, ["—", "—"]),
        ])
    func Dieu14_3_originals(level: Int, central: Bool, words: [String]) throws {
        var procedure = Procedure(
            code: "1.004269", name: "Cung cấp dữ liệu", sector: "Đất đai", level: level, agency: Counted.agency(),
            time: .workingDays(2),
            components: [
                Component(id: "PYC", kind: .form, title: "Phiếu", types: [], required: true, original: false),
                Component(
                    id: "GCN", kind: .attachment, title: "Chứng nhận", types: [.pdf], required: true, original: true),
            ], result: "Dữ liệu")
        procedure.central = central
        let pages = site([procedure]).pages(.vi)
        let page = try #require(pages.first { $0.path == "vi/catalogue/1.004269.html" })
        let told = String(decoding: page.content, as: UTF8.self)
            .matches(of: #/Khi nhận kết quả"[^>]*>(?:<span>)?([^<]*)/#).map { String($0.1) }
        #expect(told == words)
    }

    @Test(
        "A dossier's page knows its state alone, and says nothing that holds for some dossiers only",
        arguments: TrackedStanding.allCases)
    func Dieu6_2_trackedState(standing: TrackedStanding) throws {
        let state = standing.state
        let code = try #require(DossierCode("000.00.12.H34-261123-0003"))
        let file = TrackingPages(site: site(), language: .vi).file(code, standing)
        let page = String(decoding: file.content, as: UTF8.self)
        #expect(!page.contains("đúng tài khoản") && !page.contains("ghi trong giấy hẹn"))
        #expect(page.contains("nếu hồ sơ được nộp bằng tài khoản"))
        if [.accepted, .processing].contains(state) {
            #expect(page.contains("Ngày hẹn trả kết quả, nếu có,") && !page.contains("hợp lệ"))
        }
    }

    @Test("What comes after the hand-over is told as such: what is asked for, and what the agency stops")
    func Dieu6_2_afterHandOver() throws {
        func page(_ state: DossierState, isHandedOver: Bool) throws -> String {
            let code = try #require(DossierCode("000.00.12.H34-261123-0003"))
            let pages = TrackingPages(site: site(), language: .vi)
            let file = pages.file(code, TrackedStanding(state, isHandedOver: isHandedOver))
            return String(decoding: file.content, as: UTF8.self)
        }
        func passed(_ page: String) -> Int { page.matches(of: #/<b aria-hidden="true">✓<\/b>/#).count }
        let stopped = try page(.refused, isHandedOver: true)
        #expect(stopped.contains("<p class=\"big\">Dừng giải quyết</p>") && passed(stopped) == 3)
        let refused = try page(.refused, isHandedOver: false)
        #expect(refused.contains("<p class=\"big\">Không tiếp nhận, trả lại</p>") && passed(refused) == 1)
        let asked = try page(.awaitingSupplement, isHandedOver: true)
        #expect(asked.contains("<p class=\"big\">Giải quyết – chờ Ông/Bà bổ sung</p>") && passed(asked) == 3)
        #expect(try page(.awaitingSupplement, isHandedOver: false).contains("<p class=\"big\">Chờ Ông/Bà bổ sung</p>"))
        #expect(try passed(page(.accepted, isHandedOver: true)) == 2)
    }

    @Test("Time and fee of a ministry's own procedure are the ministry's, and no promise of the province's")
    func Dieu2_2_central() throws {
        var procedure = Procedure(
            code: "1.004222", name: "Đăng ký thường trú", sector: "Cư trú", level: 4, agency: Counted.agency(),
            time: .workingDays(7), fee: .init(amount: 10_000, due: .submission), components: [], result: "Thông báo")
        procedure.central = true
        for (language, words) in [(SiteLanguage.vi, "Theo quy định của Bộ, ngành"), (.en, "As the ministry lays down")]
        {
            let pages = site([procedure]).pages(language).filter { $0.path.contains("/catalogue/") }
            for page in pages.map({ String(decoding: $0.content, as: UTF8.self) }) {
                #expect(page.contains(words) && !page.contains("10.000") && !page.contains("10,000"))
                #expect(!page.contains("7 ngày làm việc") && !page.contains("7 working days"))
            }
        }
    }

    @Test("The guide says how to add to a dossier with an account and without one")
    func Dieu6_2_guide() throws {
        let page = try #require(site().pages(.vi).first { $0.path == "vi/guide.html" })
        let text = String(decoding: page.content, as: UTF8.self)
        #expect(text.contains("hồ sơ nộp không qua tài khoản thì bổ sung mà không đăng nhập"))
        #expect(!text.contains("Bổ sung bằng đúng tài khoản đã nộp"))
    }
}
