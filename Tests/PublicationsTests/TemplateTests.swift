import Testing

@testable import Publications

@Suite("Templates")
struct TemplateTests {
    @Test("Values, lists and their absence take their places")
    func filled() throws {
        let template = try Template("x{{code}}{{#papers}}-{{paper}}{{/papers}}{{^papers}}none{{/papers}}", kind: .plain)
        #expect(
            template.filled([.code: .text("1"), .papers: .list([[.paper: .text("p")], [.paper: .text("q")]])])
                == "x1-p-q")
        #expect(template.filled([:]) == "xnone")
    }

    @Test("In a list its own values come first, then those of the list around it, then those of the whole")
    func scopes() throws {
        let template = try Template(
            "{{#faults}}{{code}}{{name}}{{#papers}}{{code}}{{name}}{{index}}{{/papers}}{{/faults}}{{index}}",
            kind: .plain)
        let papers = TemplateValue.list([[.code: .text("p"), .index: .text("1")], [.index: .text("2")]])
        #expect(
            template.filled([
                .faults: .list([[.code: .text("f"), .papers: papers]]), .code: .text("c"), .name: .text("n"),
                .index: .text("0"),
            ]) == "fnpn1fn20")
    }

    @Test("An empty text and an empty list are as good as nothing, and a picture is there for a page alone")
    func emptiness() throws {
        let text = "{{#qr}}a{{/qr}}{{^qr}}b{{/qr}}{{qr}}"
        for value in [nil, .text(""), .list([])] as [TemplateValue?] {
            var values: TemplateValues = [:]
            values[.qr] = value
            #expect(try Template(text, kind: .html).filled(values) == "b")
        }
        let values: TemplateValues = [.qr: .markup { "<svg>" }]
        #expect(try Template(text, kind: .html).filled(values) == "a<svg>")
        #expect(try Template(text, kind: .plain).filled(values) == "b")
    }

    @Test("A value can neither become markup nor begin a line of its own")
    func OP4_escaped() throws {
        let nasty = "<script>\"'&\r\nBcc: x@y"
        let html = try Template("{{code}}", kind: .html).filled([.code: .text(nasty)])
        #expect(!html.contains("<") && !html.contains("\"") && !html.contains("\n"))
        let plain = try Template("{{code}}", kind: .plain).filled([.code: .text(nasty)])
        #expect(plain.split(whereSeparator: { $0.isNewline }).count == 1)
    }

    @Test(
        "A mistake is told with its line",
        arguments: [
            ("a\n{{b}}", 2), ("{{code", 1), ("\n\n{{#papers}}x", 3), ("{{/papers}}", 1), ("{{#papers}}\n{{/code}}", 2),
            ("{{paper}}\n{{name}}", 2),
        ])
    func mistakes(text: String, line: Int) {
        #expect {
            try Template(text, kind: .plain, known: [.code, .papers, .paper])
        } throws: { ($0 as? TemplateProblem)?.line == line }
    }
}
