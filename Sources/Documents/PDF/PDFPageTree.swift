import Bytes

/// The tree of pages below the catalogue (ISO 32000-1, 7.7.3).
enum PDFPageTree {
    /// Counts the pages that are there, whatever `Count` says.
    static func count(in file: PDFFile) throws -> Int {
        guard let catalogue = try file.dictionary(file.trailer["Root"]) else { return 0 }
        var waiting: [(value: PDFObject, depth: Int)] = [(catalogue["Pages"], 0)]
        var visited: Set<Int> = []
        var pages = 0
        while let (value, depth) = waiting.popLast() {
            guard depth <= file.limits.pdfDepth else {
                throw ParseError(.depth, "a page tree at most \(file.limits.pdfDepth) deep expected")
            }
            guard let node = try file.dictionary(value) else { continue }
            if let kids = try file.resolve(node["Kids"]).array {
                // A node met again is a loop or a graft: counted once.
                if let number = value.reference?.number, !visited.insert(number).inserted { continue }
                for kid in kids.reversed() { waiting.append((kid, depth + 1)) }
            } else if isPage(node) {
                pages += 1
                guard pages <= file.limits.pdfPages else {
                    throw ParseError(.limits, "at most \(file.limits.pdfPages) pages expected")
                }
            }
        }
        return pages
    }

    private static func isPage(_ node: PDFDictionary) -> Bool {
        if node["Type"].name == "Page" { return true }
        if node["Type"].name == "Pages" { return false }
        return !node["Contents"].isNull || !node["MediaBox"].isNull || !node["Parent"].isNull
    }
}
