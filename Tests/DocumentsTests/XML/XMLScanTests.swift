import Bytes
import Testing

@testable import Documents

@Suite("The look over XML before it is parsed")
struct XMLScanTests {
    /// What is wrong, and at which byte, such as `limits 6`; nil where nothing is.
    private func fault(_ text: String, _ change: (inout Limits) -> Void) -> String? {
        var limits = Limits()
        change(&limits)
        var scan = XMLScan(Array(text.utf8), limits: limits)
        do throws(ParseError) {
            try scan.check()
            return nil
        } catch {
            return "\(error.code) \(error.offset ?? -1)"
        }
    }

    @Test("A tag may have so many bytes, whether its value ends within them or not", arguments: ["'", "\""])
    func tags(quote: String) {
        // Eleven bytes between the angle brackets.
        let tag = "<a k=\(quote)=xm>l\(quote)>"
        #expect(fault(tag) { $0.xmlTagBytes = 11 } == nil)
        #expect(fault(tag) { $0.xmlTagBytes = 10 } == "limits 12")
        for text in [tag, "<a k=\(quote)=xm>l", "<a k=\(quote)=xm>l and no end"] {
            #expect(fault(text) { $0.xmlTagBytes = 4 } == "limits 6")
        }
        #expect(fault("<a k=\(quote)=xm>l") { _ in } == "truncated 11")
    }

    @Test(
        "Markup may have so many bytes before its end",
        arguments: [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")])
    func markup(begin: String, end: String) {
        let start = begin.utf8.count
        func text(_ count: Int) -> String { begin + String(repeating: "x", count: count) + end }
        // All but the angle bracket counts.
        let most = start - 1 + 10
        #expect(fault(text(10)) { $0.xmlTextBytes = most } == nil)
        #expect(fault(text(11)) { $0.xmlTextBytes = most } == "limits \(most + 2)")
        #expect(fault(begin + "x") { $0.xmlTextBytes = most } == "truncated \(start + 1)")
    }

    @Test(
        "Elements that carry files are known by their local name",
        arguments: [
            ("<content>a</content>", 1), ("<x:content k='>'>a</x:content>", 1), ("<content/>", 1),
            ("<contents>a</contents>", 0), ("<discontent>a</discontent>", 0), ("<content:x>a</content:x>", 0),
            ("<tent>a</tent>", 0),
        ])
    func carriers(text: String, count: Int) throws {
        var scan = XMLScan(Array(text.utf8), limits: Limits())
        try scan.check()
        #expect(scan.carried.count == count)
    }
}
