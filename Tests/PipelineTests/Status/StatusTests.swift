import Dossiers
import Foundation
import Pipeline
import Publications
import Synchronization
import Testing

@Suite("The state of a site")
struct StatusTests {
    @Test("Queues, whom dossiers wait for, and their age by agency")
    func status() throws {
        let site = try TestSite()
        let card = Forms.pdf("card")
        let deed = Forms.pdf("deed")
        for number in 1...3 {
            let form = Forms.submission(
                "s-\(number)",
                attachments: [Forms.attachment("CCCD", "cccd.pdf", card)]
                    + (number == 3 ? [] : [Forms.attachment("GCN", "gcn.pdf", deed)]))
            try site.drop(
                "online/s-\(number).zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed)]))
        }
        _ = try site.once()
        try site.drop("postal/.khong-xem.part", [1])
        try site.drop("postal/la.pdf", [1])
        let later = try #require(Moment("2026-11-25T14:00:00+07:00"))
        let status = try SiteView(site: site.path, now: later).status()
        #expect(status.queues.first { $0.folder == "Inbox/postal" }?.count == 1)
        #expect(status.queues.first { $0.folder == "Inbox/online" }?.count == 0)
        #expect(status.waitingFor[.handOver]?.count == 2)
        #expect(status.waitingFor[.citizen]?.count == 1)
        #expect(status.ages.rows.map(\.agency) == ["TOTAL", "000.00.12.H34"])
        #expect(status.ages.rows[0].counts == [0, 0, 0, 3, 0, 0, 0])
        #expect(status.handOver.over == 2)
        #expect(status.openDossiers == 3)
    }

    @Test("Overdue is the same to list, status and reports: what was so before its clock stood, and nothing marked")
    func Dieu8_1a_oneRuleOfOverdue() throws {
        let site = try TestSite()
        for number in 1...4 { try site.dropComplete("s-\(number)") }
        try site.once()
        let codes = try site.list().map { $0[0] }
        #expect(try site.list().map { $0[5] } == Array(repeating: "2026-11-26T14:00:00+07:00", count: 4))
        func ask(_ code: String, at time: String) throws {
            try site.at(time)
            try site.drop(
                "agencies/000.00.12.H34/\(code).xml",
                Forms.message(
                    "supplementRequest", "r-\(code)", dossier: code,
                    "<reason>Ảnh bị mờ.</reason><component>CCCD</component><approvedBy>Trưởng phòng</approvedBy>"))
            try site.once()
        }
        try ask(codes[0], at: "2026-11-25T09:00")
        try ask(codes[1], at: "2026-11-27T09:00")
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        for (code, verb) in [(codes[2], Order.Verb.hold), (codes[3], .markViolation)] {
            #expect(try office.carryOut(Order(verb, dossier: DossierCode(code), reason: "xem", by: "hoa")).isDone)
        }
        try site.at("2026-11-30T08:00")
        let view = try SiteView(site: site.path, now: site.now)
        #expect(try view.rows(overdue: true).map { $0[0] } == [codes[1], codes[2]])
        #expect(try view.rows(state: .awaitingSupplement).map { $0[0] } == [codes[0], codes[1]])
        #expect(try view.rows(state: .held, overdue: true).map { $0[0] } == [codes[2]])
        #expect(try view.rows(state: .awaitingSupplement, overdue: true).map { $0[0] } == [codes[1]])
        #expect(try view.status().result.over == 2)
        #expect(try view.status().result.near == 0)
        #expect(try view.status().handOver.over == 1, "what asks for a paper has the dossier")
        let late = try #require(try view.report(ReportRequest(.late)).tables.first { $0.id == "late" })
        #expect(late.fields.map { $0[0] } == [codes[1], codes[2]])
    }

    @Test("A report and the check of the ledger tell how far they are, up to the last entry")
    func passing() throws {
        let site = try TestSite()
        try site.drop("online/s-1.xml", Forms.submission("s-1", attachments: []))
        _ = try site.once()
        var told: [[Int?]] = []
        let view = try SiteView(site: site.path, now: site.now, passing: { told.append([$0, $1]) })
        _ = try view.report(ReportRequest(.sla))
        let last = try #require(told.last)
        #expect(last[0] == last[1] && last[0] != nil)
        told = []
        _ = try LedgerCheck.verify(site: site.path, passing: { told.append([$0, $1]) })
        #expect(told.last == last)
    }

    @Test("Counters of the metrics outlive the process, and the file is never half written")
    func metrics() throws {
        let site = try TestSite()
        for _ in 1...2 {
            let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
            try office.publishMetrics(finished: "once")
        }
        let file = "\(site.path)/State/metrics/hoso.prom"
        let text = try String(contentsOfFile: file, encoding: .utf8)
            .replacing("hoso_sync_errors_total 0", with: "hoso_sync_errors_total 7")
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try office.publishMetrics()
        let again = try String(contentsOfFile: file, encoding: .utf8)
        #expect(again.contains("\nhoso_sync_errors_total 7\n"))
        #expect(again.contains("hoso_last_success_timestamp_seconds{run=\"once\"}"))
        #expect(site.names("State/metrics") == ["hoso.prom"])
    }

    @Test("Each moment counts for one stage, old minutes are forgotten, and what takes the most time bounds the whole")
    func stages() {
        let second = 1_000_000_000
        var clock = StageClock(at: 0)
        clock.enter(.reading, at: 10 * second)
        clock.enter(.syncing, at: 20 * second)
        clock.enter(.idle, at: 50 * second)
        let busy = clock.figures(at: 55 * second)
        #expect(busy.percent == [.other: 18, .reading: 18, .syncing: 54, .idle: 9])
        #expect(busy.bounding == .syncing)
        clock.enter(.reading, at: 100 * second)
        clock.enter(.idle, at: 200 * second)
        #expect(clock.figures(at: 200 * second).percent == [.reading: 100, .idle: 0])
        #expect(clock.figures(at: 350 * second).bounding == nil)
    }

    @Test("The status names the stages of the house that serves the site, and none where nobody does")
    func stagesOfTheSite() throws {
        let site = try TestSite()
        func stages() throws -> StatusPage.Part? {
            try SiteView(site: site.path, now: site.now).statusPage().parts.first { $0.title == "stages" }
        }
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        try site.drop("online/s-1.xml", Forms.submission("s-1", attachments: []))
        try office.once()
        try office.publishMetrics()
        let part = try #require(try stages())
        #expect(part.rows.map { $0[0] } == Stage.allCases.map(\.rawValue))
        #expect(part.rows[2][1] == "0 claimed, in the last batch")
        let text = try String(contentsOfFile: "\(site.path)/State/metrics/hoso.prom", encoding: .utf8)
        #expect(text.contains("\nhoso_stage_waiting{stage=\"claiming\"} 0\n"))
        withExtendedLifetime(office) {}
    }

    @Test("Counters that cannot be read begin anew, and the log says so")
    func lostCounters() throws {
        let site = try TestSite()
        _ = try site.once()
        try FileManager.default.createDirectory(
            atPath: "\(site.path)/State/metrics/hoso.prom", withIntermediateDirectories: true)
        let said = Mutex<[LogEvent]>([])
        _ = try Office(site: site.path, now: site.now, mode: .once) { event in said.withLock { $0.append(event) } }
        let lost = said.withLock { $0.filter { $0.name == .metricsFailed } }
        #expect(lost.count == 1 && lost[0].text.description.contains("begin anew"), "\(lost)")
    }
}
