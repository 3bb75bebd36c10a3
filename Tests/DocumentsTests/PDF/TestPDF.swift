/// Writes small PDFs with a right cross-reference table, whatever the objects say.
struct TestPDF {
    /// Bodies of the objects 1, 2, …; the first three make one page.
    var objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
    ]
    var trailer = "/Root 1 0 R"

    /// Adds objects behind the page, which the catalogue gains `entries` to lead to.
    init(catalogue entries: String = "", adding more: [String] = []) {
        objects[0] = "<< /Type /Catalog /Pages 2 0 R \(entries) >>"
        objects += more
    }

    var bytes: [UInt8] { Array(text.utf8) }

    private var text: String {
        var text = "%PDF-1.7\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        return text + Self.table(offsets, at: text.utf8.count, trailer: trailer)
    }

    static func table(_ offsets: [Int], at start: Int, trailer: String) -> String {
        var table = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        return table + "trailer\n<< /Size \(offsets.count + 1) \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
    }
}
