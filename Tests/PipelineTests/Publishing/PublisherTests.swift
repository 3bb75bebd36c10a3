import Dossiers
import Files
import Foundation
import Pipeline
import Synchronization
import Testing

@Suite("The published site")
struct PublisherTests {
    /// A site with dossiers in several states, and the folder that its pages are published into.
    private func site() throws -> TestSite {
        let site = try TestSite()
        for number in 1...4 {
            let card = Forms.pdf("card \(number)")
            let deed = Forms.pdf("deed \(number)")
            let form = Forms.submission(
                "s-\(number)", account: number == 3 ? "0999999999" : "0900000001",
                attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
            var files = [("hoso.xml", form), ("cccd.pdf", card)]
            if number != 2 { files.append(("gcn.pdf", deed)) }
            try site.drop("online/s-\(number).zip", Forms.zip(files))
        }
        try site.once()
        return site
    }

    private func publish(_ site: TestSite, into folder: String = "web") throws -> Publisher.Outcome {
        try Publisher(SiteView(site: site.path, now: site.now)).publish(into: "\(site.path)/\(folder)")
    }

    @Test("Every link leads to a page of the site and a place in it, and a link leads to every page")
    func links() throws {
        let site = try site()
        let outcome = try publish(site)
        let pages = try PublishedPages("\(site.path)/web")
        #expect(pages.brokenLinks == [])
        #expect(outcome.dossiers == 3)
        #expect(outcome.written == pages.files.count)
    }

    @Test("Nothing in a page runs, and nothing comes from elsewhere")
    func staysAtHome() throws {
        let site = try site()
        _ = try publish(site)
        for (name, text) in try PublishedPages("\(site.path)/web").files {
            for word in ["<script", "javascript:", "http:", "https:", "//www", "@import", "url(", " on", "style=\""] {
                let isFound = word == " on" ? text.contains(#/<[^>]* on[a-z]+=/#) : text.contains(word)
                #expect(!isFound, "\(name): \(word)")
            }
        }
    }

    @Test("Both languages have the same pages, each in its own, with the way to the other")
    func languages() throws {
        let site = try site()
        _ = try publish(site)
        let pages = try PublishedPages("\(site.path)/web").pages
        func names(_ language: String) -> Set<Substring> {
            Set(pages.keys.filter { $0.hasPrefix("\(language)/") }.map { $0.dropFirst(3) })
        }
        #expect(names("vi") == names("en"))
        for (name, text) in pages where name != "index.html" {
            let (own, other) = name.hasPrefix("vi/") ? ("vi", "en") : ("en", "vi")
            #expect(text.contains("<html lang=\"\(own)\">"), "\(name)")
            let up = String(repeating: "../", count: name.filter { $0 == "/" }.count)
            #expect(text.contains("href=\"\(up)\(other)/\(name.dropFirst(3))\""), "\(name)")
        }
    }

    @Test("Điều 13.5: no page names a person, nor anything that was sent but code and state")
    func Dieu13_5_nobodysData() throws {
        let site = try site()
        _ = try publish(site)
        let accounts = try site.read("config/accounts.tsv").split(separator: "\n").dropFirst()
            .flatMap { $0.split(separator: "\t").map(String.init) }.filter { $0.count > 4 }
        let data =
            accounts + [
                "Trần Thị Bình", "062090001234", "0900123456", "an@example.vn", "12 Trần Phú", "Vay vốn", "s-1",
                "cccd.pdf",
                "0900000001", "missing-file",
            ]
        for (name, text) in try PublishedPages("\(site.path)/web").files {
            for word in data { #expect(!text.contains(word), "\(name): \(word)") }
        }
    }

    @Test(
        "Điều 13.5: the page of a dossier tells its code and state; two in the same state differ in their codes alone")
    func Dieu13_5_codeAndState() throws {
        let site = try site()
        _ = try publish(site)
        let codes = try site.list().map { $0[0] }.filter { $0 != "-" }
        for language in ["vi", "en"] {
            let pages = try codes.map { code in
                try site.read("web/\(language)/track/\(code).html").replacing(code, with: "CODE")
            }
            // The second waits for a paper, the others are with the agency.
            #expect(pages[0] == pages[2])
            #expect(pages[0] != pages[1])
        }
        let waiting = try site.read("web/vi/track/\(codes[1]).html")
        #expect(waiting.contains("<p class=\"big\">Chờ Ông/Bà bổ sung</p>"))
        #expect(waiting.contains("<li class=\"now\" aria-current=\"step\">"))
        #expect(waiting.contains("<meta name=\"robots\" content=\"noindex\">"))
    }

    @Test("Figures are published without the codes behind them")
    func Dieu13_5_figuresAlone() throws {
        let site = try site()
        _ = try publish(site)
        let figures = try PublishedPages("\(site.path)/web").files.filter {
            $0.key.contains("/reports/") || $0.key.hasPrefix("data/")
        }
        #expect(figures.count > 20)
        for (name, text) in figures { #expect(!text.contains(#/H34-\d{6}-\d{4}/#), "\(name)") }
    }

    @Test("The same ledger and configuration give the same bytes, and nothing is written twice")
    func sameBytes() throws {
        let site = try site()
        let first = try publish(site)
        try site.at("2026-11-23T16:00")
        let again = try publish(site)
        #expect(again.written == 0 && again.removed == 0)
        #expect(again.unchanged == first.written)
        _ = try publish(site, into: "other")
        let (web, other) = (try PublishedPages("\(site.path)/web"), try PublishedPages("\(site.path)/other"))
        #expect(web.files == other.files)
    }

    @Test("A change touches only the pages that tell of it")
    func onlyWhatDiffers() throws {
        let site = try site()
        _ = try publish(site)
        let code = try site.list().map { $0[0] }[0]
        try site.drop(
            "online/w.xml",
            Forms.message("withdrawal", "w-1", dossier: code, account: "0900000001", "<reason>Đổi ý</reason>"))
        try site.once()
        let outcome = try publish(site)
        let page = try site.read("web/vi/track/\(code).html")
        #expect(page.contains("Đã rút theo yêu cầu của người nộp"))
        // The dossier's page, its day, and what says up to when it holds: indexes, entrances and figures.
        #expect(outcome.written < outcome.unchanged)
        #expect(try PublishedPages("\(site.path)/web").brokenLinks == [])
    }

    @Test("What its agency asks for or stops is told from what was never taken in")
    func Dieu6_2_afterHandOver() throws {
        let site = try site()
        let codes = try site.list().filter { $0[4] == "accepted" }.map { $0[0] }
        let by = "agencies/000.00.12.H34"
        let leader = "<approvedBy>Lê Văn Duyệt</approvedBy>"
        try site.drop(
            "\(by)/r.xml",
            Forms.message(
                "refusal", "r-1", dossier: codes[0], "<reason>Tranh chấp</reason>\(leader)<refund>false</refund>"))
        try site.drop(
            "\(by)/q.xml",
            Forms.message(
                "supplementRequest", "q-1", dossier: codes[1], "<reason>Mờ</reason><component>GCN</component>\(leader)")
        )
        try site.once()
        _ = try publish(site)
        #expect(try site.read("web/vi/track/\(codes[0]).html").contains("<p class=\"big\">Dừng giải quyết</p>"))
        let asked = try site.read("web/vi/track/\(codes[1]).html")
        #expect(asked.contains("<p class=\"big\">Giải quyết – chờ Ông/Bà bổ sung</p>"))
    }

    @Test("A person's hold of what was received shows on no page: it stands where it stood")
    func Dieu13_5_heldByAPerson() throws {
        let site = try site()
        let row = try #require(try site.list().first { $0[4] == "accepted" })
        func page() throws -> String {
            _ = try publish(site)
            let files = try PublishedPages("\(site.path)/web").files
            return try #require(files.first { $0.key.hasPrefix("vi/") && $0.key.hasSuffix("\(row[0]).html") }).value
        }
        let before = try page()
        let office = try Office(site: site.path, now: site.now, mode: .once) { _ in }
        let order = Order(.hold, dossier: DossierCode(row[0]), reason: "xem lại", by: "hoa")
        #expect(try office.carryOut(order).isDone)
        #expect(try site.list().contains { $0[4] == "held" })
        #expect(before.contains("Đã tiếp nhận"))
        #expect(try page().contains("Đã tiếp nhận"))
        #expect(try !page().contains("Chờ cán bộ xem xét"))
    }

    @Test("Pages that are no longer made go; a dossier that ended more than a year before is one of them")
    func removed() throws {
        let site = try site()
        let code = try site.list().map { $0[0] }[0]
        try site.drop(
            "online/w.xml",
            Forms.message("withdrawal", "w-1", dossier: code, account: "0900000001", "<reason>Đổi ý</reason>"))
        try site.once()
        _ = try publish(site)
        try Data().write(to: URL(fileURLWithPath: "\(site.path)/web/vi/old.html"))
        try FileManager.default.createDirectory(
            atPath: "\(site.path)/web/vi/track/000.00.99.H34", withIntermediateDirectories: true)
        try site.at("2027-11-26T08:00")
        let card = Forms.pdf("later")
        let form = Forms.submission("s-9", attachments: [Forms.attachment("CCCD", "cccd.pdf", card)])
        try site.drop("online/s-9.zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card)]))
        try site.once()
        let outcome = try publish(site)
        let pages = try PublishedPages("\(site.path)/web")
        #expect(pages.files["vi/track/\(code).html"] == nil)
        #expect(pages.files["vi/old.html"] == nil)
        #expect(!site.names("web/vi/track").contains("000.00.99.H34"))
        #expect(outcome.removed >= 4)
        #expect(pages.brokenLinks == [])
    }

    @Test("Whoever reads while it is published anew finds every page whole, and the style that it names")
    func wholeAtEveryMoment() throws {
        let site = try site()
        _ = try publish(site)
        let web = "\(site.path)/web"
        let names = try PublishedPages(web).pages.keys.sorted()
        let torn = Reader(web, names)
        torn.start()
        for round in 1...4 {
            let settings = try site.read("config/hoso.xml").replacing(
                #/<site name="[^"]*"/#, with: "<site name=\"Tỉnh \(round)\"")
            try Data(settings.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/hoso.xml"))
            #expect(try publish(site).written >= names.count)
        }
        let found = torn.stop()
        #expect(found.pages > 0)
        #expect(found.problems == [])
    }

    /// Reads pages over and over in a thread of its own, as a web server does.
    private final class Reader: Sendable {
        private let web: String
        private let names: [String]
        private let state = Mutex((isOver: false, pages: 0, problems: [String]()))
        private let ended = DispatchSemaphore(value: 0)

        init(_ web: String, _ names: [String]) {
            self.web = web
            self.names = names
        }

        func start() { Thread.detachNewThread { self.read() } }

        func stop() -> (pages: Int, problems: [String]) {
            state.withLock { $0.isOver = true }
            ended.wait()
            return state.withLock { ($0.pages, $0.problems) }
        }

        private func read() {
            repeat {
                for name in names {
                    let text = (try? String(contentsOfFile: "\(web)/\(name)", encoding: .utf8)) ?? ""
                    let style = text.firstMatch(of: #/href="[./]*(style-[0-9a-f]+\.css)"/#).map { String($0.1) }
                    let isWhole =
                        text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>\n")
                        && style.map { FileManager.default.fileExists(atPath: "\(web)/\($0)") } ?? false
                    state.withLock { state in
                        state.pages += 1
                        if !isWhole { state.problems.append(name) }
                    }
                }
            } while !state.withLock { $0.isOver }
            ended.signal()
        }
    }

    @Test("A folder that holds anything else is left alone")
    func notOurs() throws {
        let site = try site()
        try site.drop("../mine/letter.txt", Array("mine".utf8))
        #expect(throws: (any Error).self) { try publish(site, into: "mine") }
        #expect(site.names("mine") == ["letter.txt"])
    }

    @Test("A new site without dossiers is published too")
    func empty() throws {
        let site = try TestSite()
        let outcome = try publish(site)
        #expect(outcome.dossiers == 0)
        #expect(try PublishedPages("\(site.path)/web").brokenLinks == [])
        #expect(try site.read("web/vi/reports/index.html").contains("Chưa có số liệu."))
    }
}
