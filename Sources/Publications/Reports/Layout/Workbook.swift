import Documents
import Dossiers

/// A report as a spreadsheet (ECMA-376, SpreadsheetML): a sheet for each table, and one that says what was counted.
///
/// Numbers are numbers, everything else is text in its cell, so that nothing can become a formula.
struct Workbook {
    private let report: Report

    init(_ report: Report) { self.report = report }

    func bytes() throws -> [UInt8] {
        let civil = report.frame.to.civil
        var zip = ZIPWriter(
            time: ZIPWriter.Time(year: civil.year, month: civil.month, day: civil.day, second: 0))
        var sink = MemorySink()
        for (name, content) in parts { try zip.addDeflated(name, content, to: &sink) }
        try zip.finish(to: &sink)
        return sink.bytes
    }

    private var sheets: [(name: String, rows: [[Field]])] {
        var names: Set<String> = []
        let tables = report.tables.map { table -> (String, [[Field]]) in
            let head = table.columns.map { column in
                Field(text: (column.group.map { "\($0): " } ?? "") + column.title, style: .head)
            }
            return (
                Self.sheetName(table.id, &names),
                [head] + table.rows.map { row in row.cells.map { Field($0, isTotal: row.isTotal) } }
            )
        }
        let about = ([("title", report.title)] + report.about).map { [Field(text: $0, style: .head), Field(text: $1)] }
        return tables + [(Self.sheetName("about", &names), about)]
    }

    var parts: [(name: String, content: [UInt8])] {
        let sheets = sheets
        var types = Self.types
        var book = ""
        var links = ""
        var parts: [(name: String, content: [UInt8])] = []
        for (index, sheet) in sheets.enumerated() {
            let number = index + 1
            types +=
                "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(Self.main).worksheet+xml\"/>"
            book += "<sheet name=\"\(HTMLText.escaped(sheet.name))\" sheetId=\"\(number)\" r:id=\"r\(number)\"/>"
            links +=
                "<Relationship Id=\"r\(number)\" Type=\"\(Self.relation)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
            parts.append(("xl/worksheets/sheet\(number).xml", Self.page(sheet.rows)))
        }
        links += "<Relationship Id=\"r0\" Type=\"\(Self.relation)/styles\" Target=\"styles.xml\"/>"
        func part(_ name: String, _ text: String) -> (name: String, content: [UInt8]) {
            (name, Array((Self.declaration + text).utf8))
        }
        return [
            part("[Content_Types].xml", types + "</Types>"),
            part(
                "_rels/.rels",
                "<Relationships xmlns=\"\(Self.links)\"><Relationship Id=\"r1\" Type=\"\(Self.relation)/officeDocument\" "
                    + "Target=\"xl/workbook.xml\"/></Relationships>"),
            part(
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.space)\" xmlns:r=\"\(Self.relation)\"><sheets>\(book)</sheets></workbook>"),
            part(
                "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(Self.links)\">\(links)</Relationships>"),
            part("xl/styles.xml", Self.styles),
        ] + parts
    }

    private static func page(_ rows: [[Field]]) -> [UInt8] {
        var text =
            declaration + "<worksheet xmlns=\"\(space)\"><sheetViews><sheetView workbookViewId=\"0\">"
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            + "<cols><col min=\"1\" max=\"\(max(1, rows.first?.count ?? 1))\" width=\"22\" customWidth=\"1\"/></cols><sheetData>"
        for (index, row) in rows.enumerated() {
            text += "<row r=\"\(index + 1)\">"
            for (column, field) in row.enumerated() { text += field.xml(at: Self.column(column) + String(index + 1)) }
            text += "</row>"
        }
        return Array((text + "</sheetData><pageSetup paperSize=\"9\" orientation=\"landscape\"/></worksheet>").utf8)
    }

    /// `A`, `B`, … `Z`, `AA`, ….
    static func column(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : column(index / 26 - 1) + letter
    }

    /// At most 31 characters, none of those that a sheet's name may not have, and each once.
    private static func sheetName(_ id: String, _ taken: inout Set<String>) -> String {
        let clean = String(id.map { "[]:*?/\\'".contains($0) ? "_" : $0 }.prefix(28))
        var name = clean
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(clean) \(number)"
            number += 1
        }
        return name
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let links = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    private static let types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(main).sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(main).styles+xml\"/>"
    /// 0 plain, 1 bold, 2 whole numbers, 3 one decimal, 4 and 5 the same in bold.
    private static let styles =
        "<styleSheet xmlns=\"\(space)\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.0\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Times New Roman\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Times New Roman\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"6\">"
        + [(0, 0), (0, 1), (3, 0), (164, 0), (3, 1), (164, 1)].map {
            "<xf numFmtId=\"\($0)\" fontId=\"\($1)\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
        }.joined()
        + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
}

extension Report {
    /// As a spreadsheet program opens it.
    ///
    /// Throws only what writing into memory throws, which is nothing.
    package func xlsx() throws -> [UInt8] { try Workbook(self).bytes() }

    /// The files that the spreadsheet's archive is made of.
    package var workbookParts: [(name: String, content: [UInt8])] { Workbook(self).parts }
}
