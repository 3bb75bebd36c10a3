import Publications
import Testing

@Suite("Templates")
struct TemplateTests {
    private let known: Set<String> = ["a", "list", "item"]

    @Test("Values, lists and their absence take their places")
    func filled() throws {
        let template = try Template(
            "x{{a}}{{#list}}-{{item}}{{/list}}{{^list}}none{{/list}}", kind: .plain, known: known)
        #expect(
            template.filled(["a": .text("1"), "list": .list([["item": .text("p")], ["item": .text("q")]])]) == "x1-p-q")
        #expect(template.filled([:]) == "xnone")
    }

    @Test("A value can neither become markup nor begin a line of its own")
    func OP4_escaped() throws {
        let nasty = "<script>\"'&\r\nBcc: x@y"
        let html = try Template("{{a}}", kind: .html, known: known).filled(["a": .text(nasty)])
        #expect(!html.contains("<") && !html.contains("\"") && !html.contains("\n"))
        let plain = try Template("{{a}}", kind: .plain, known: known).filled(["a": .text(nasty)])
        #expect(plain.split(whereSeparator: { $0.isNewline }).count == 1)
    }

    @Test(
        "A mistake is told with its line",
        arguments: [
            ("a\n{{b}}", 2), ("{{a", 1), ("\n\n{{#list}}x", 3), ("{{/list}}", 1), ("{{#list}}\n{{/a}}", 2),
        ])
    func mistakes(text: String, line: Int) {
        #expect {
            try Template(text, kind: .plain, known: known)
        } throws: { ($0 as? TemplateProblem)?.line == line }
    }
}
