import Bytes
import Documents
import Dossiers
import Foundation
import Publications
import Synchronization
import Testing

@Suite("Formats of a report")
struct ReportFormatTests {
    private func report() throws -> Report {
        let code = Counted.code(1)
        var procedure = Counted.procedure(sector: "=cmd|' /C calc'!A0 & <b>")
        procedure.guidance.roadmap = "x"
        return try NationalTable(
            Counted.data(
                [
                    ("2026-11-16T08:00", code, Counted.received(procedure)),
                    ("2026-11-16T08:00", code, Counted.completed("2026-11-16T08:00", procedure)),
                ], catalogue: Counted.catalogue([procedure]))
        ).report
    }

    @Test("The same figures give the same bytes in every format")
    func Dieu17_1_reproducible() throws {
        let (one, two) = (try report(), try report())
        #expect(one.html == two.html)
        #expect(try one.xlsx() == two.xlsx())
        #expect(one.json == two.json)
        #expect(one.xml == two.xml)
        #expect(one.csv == two.csv)
    }

    @Test("Each says its period, its moment, the versions of calendar and rules, and where in the ledger it stands")
    func Dieu17_1_frame() throws {
        let report = try report()
        let digest = String(repeating: "a", count: 64)
        for bytes in [report.html, report.json, report.xml] {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains(digest))
            #expect(text.contains("42"))
        }
        #expect(String(decoding: report.html, as: UTF8.self).contains("Từ ngày 01/01/2026 đến ngày 23/11/2026"))
    }

    @Test("A long table is handed over in pieces of one size, and each row is made once for each format")
    func piecewise() throws {
        let made = Mutex(0)
        let rows = ReportRows(plain: Array(0..<20_000)) { number in
            made.withLock { $0 += 1 }
            return ReportTable.Row([.count(number), .text("hồ sơ \(number)")])
        }
        var report = Report(name: "long", title: "Dài", frame: try report().frame)
        report.parts = [
            .table(
                ReportTable(
                    id: "long", caption: "Dài", columns: [.init("number", "Số"), .init("text", "Chữ")], headings: 1,
                    rows: rows))
        ]
        for (write, whole) in [(report.writeHTML, report.html), (report.writeCSV, report.csv)]
            as [((([UInt8]) -> Void) -> Void, [UInt8])]
        {
            made.withLock { $0 = 0 }
            var bytes: [UInt8] = []
            write { piece in
                #expect(piece.count < 140_000)
                bytes += piece
            }
            #expect(made.withLock { $0 } == 20_000)
            #expect(bytes == whole && bytes.count > 300_000)
        }
    }

    @Test("What would be a formula or markup is neither, in any format")
    func XS_nothingRuns() throws {
        let report = try report()
        #expect(String(decoding: report.csv, as: UTF8.self).contains("'=cmd"))
        let page = String(decoding: report.html, as: UTF8.self)
        #expect(page.contains("&lt;b&gt;") && !page.contains("<b>"))
        #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
        let sheet = try sheet(report, "xl/worksheets/sheet1.xml")
        #expect(!sheet.contains("<f>") && sheet.contains("t=\"inlineStr\""))
    }

    @Test("XML, JSON and the parts of the workbook can be read by others")
    func wellFormed() throws {
        let report = try report()
        _ = try XMLDocument.parse(report.xml, limits: Limits())
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json)) as? [String: Any])
        let tables = try #require(object["tables"] as? [[String: Any]])
        let rows = try #require(tables.first?["rows"] as? [[String: Any]])
        #expect(rows.last?["tiepNhan"] as? Int == 1)
        for name in [
            "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        ] {
            let part = try sheet(report, name)
            _ = try XMLDocument.parse(Array(part.utf8), limits: Limits())
        }
    }

    @Test(
        "A spreadsheet library opens the workbook and finds the figures as numbers", .enabled(if: Openpyxl.isInstalled))
    func opensInPython() throws {
        let file = NSTemporaryDirectory() + "hoso-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(report().xlsx()).write(to: URL(fileURLWithPath: file))
        let said = try Openpyxl.run(
            "import openpyxl,sys; s=openpyxl.load_workbook(sys.argv[1]).worksheets[0]; "
                + "print(s.max_row, s.max_column, s['A1'].value, s['C3'].value + 0, s['B2'].data_type)", file)
        #expect(said == "3 13 TT 1 s")
    }

    private func sheet(_ report: Report, _ name: String) throws -> String {
        let part = try #require(report.workbookParts.first { $0.name == name })
        return String(decoding: part.content, as: UTF8.self)
    }
}

/// Python's openpyxl, where it is installed.
enum Openpyxl {
    static let isInstalled = (try? run("import openpyxl; print('yes')")) == "yes"

    static func run(_ script: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
