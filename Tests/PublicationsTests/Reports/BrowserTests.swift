import Dossiers
import Foundation
import Publications
import Testing

/// Chromium opens every report without a window, where it is installed; else these tests are skipped with that word.
@Suite("Reports in a browser", .enabled(if: Browser.path != nil, "Chromium is not installed"), .serialized)
struct BrowserTests {
    private static var reports: [Report] {
        get throws {
            var events: [(String, DossierCode?, Event)] = []
            for number in 1...30 {
                let code = Counted.code(number)
                events.append(("2026-11-16T08:00", code, Counted.received()))
                events.append(("2026-11-16T09:00", code, Counted.completed("2026-11-16T09:00")))
                if number.isMultiple(of: 2) { events.append(("2026-11-18T10:00", code, Counted.result())) }
            }
            let data = Counted.data(events)
            return [
                try SLATable(data, by: nil).report, try NationalTable(data).report, LateList(data).report,
                UsageTable(data).report, WorkList(data).report, AgencyTable(data).report, CatalogueReport(data).report,
                FeedbackReport(data).report, try YearlyDraft(data, agency: nil).report(),
            ]
        }
    }

    @Test("No report says anything on the console, reaches out of its page, or is wider than a screen or a sheet of A4")
    func rendersEverywhere() throws {
        for report in try Self.reports {
            // 1280 is a desk's screen; 1034 is A4 across between its margins at 96 pixels an inch.
            for width in [1280, 1034] {
                let seen = try Browser.look(at: report.html, width: width)
                #expect(seen.width <= width, "\(report.name) at \(width)")
                #expect(seen.console.isEmpty, "\(report.name): \(seen.console)")
                #expect(seen.broken.isEmpty, "\(report.name): links to nowhere: \(seen.broken)")
                #expect(seen.headings == 1, "\(report.name) has one first heading")
            }
        }
    }
}

/// What a browser says of a page.
enum Browser {
    struct Seen {
        let width: Int
        let console: String
        let broken: String
        let headings: Int
    }

    static let path = ["chromium", "chromium-browser", "google-chrome"].lazy
        .flatMap { name in ["/usr/bin/\(name)", "/usr/local/bin/\(name)", "/snap/bin/\(name)"] }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// How many sheets of A4 a page is printed on.
    static func sheets(of page: [UInt8]) throws -> Int {
        let folder = NSTemporaryDirectory() + "hoso-browser-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(page).write(to: URL(fileURLWithPath: folder + "/page.html"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder)/profile",
            "--no-pdf-header-footer",
            "--print-to-pdf=\(folder)/page.pdf", "file://\(folder)/page.html",
        ]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let pdf = String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/page.pdf")), as: UTF8.self)
        return pdf.matches(of: #/\/Type\s*\/Page[^s]/#).count
    }

    /// A script is put into a copy of the page, which has none of its own, and writes what it measures into the title.
    static func look(at page: [UInt8], width: Int) throws -> Seen {
        let probe = """
            <script>addEventListener("load",()=>{const d=document;\
            const broken=[...d.querySelectorAll("a[href^='#']")].filter(a=>!d.getElementById(a.hash.slice(1))).map(a=>a.hash);\
            d.body.setAttribute("data-seen",[d.documentElement.scrollWidth,d.querySelectorAll("h1").length,broken.join(" ")].join("|"))});</script>
            """
        let folder = NSTemporaryDirectory() + "hoso-browser-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let html = String(decoding: page, as: UTF8.self).replacing("</body>", with: probe + "</body>")
        try Data(html.utf8).write(to: URL(fileURLWithPath: folder + "/page.html"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--log-level=0",
            "--user-data-dir=\(folder)/profile", "--window-size=\(width),900", "--virtual-time-budget=5000",
            "--dump-dom",
            "file://\(folder)/page.html",
        ]
        let (out, err) = ("\(folder)/out", "\(folder)/err")
        for file in [out, err] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
        try process.run()
        process.waitUntilExit()
        let dom = try String(contentsOfFile: out, encoding: .utf8)
        let said = try String(contentsOfFile: err, encoding: .utf8).split(separator: "\n").filter {
            $0.contains("CONSOLE")
        }
        let seen = try #require(
            dom.firstMatch(of: #/data-seen="([0-9]+)\|([0-9]+)\|([^"]*)"/#), "the page was not loaded")
        return Seen(
            width: try #require(Int(seen.1)), console: said.joined(separator: "\n"), broken: String(seen.3),
            headings: try #require(Int(seen.2)))
    }
}
