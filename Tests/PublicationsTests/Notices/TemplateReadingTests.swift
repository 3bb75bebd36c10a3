import Publications
import Testing

@Suite("The files of config/templates/")
struct TemplateReadingTests {
    @Test(
        "A mistake is told with its file and line",
        arguments: [
            ("receipt.txt", "Subject: {{code}}\n\n{{>head}}\nXin {{chao}}", 4, "«chao»"),
            ("receipt.html", "<p>\n{{>fuss}}", 2, "«fuss» is not a part"),
            ("_foot.html", "<p>\n{{#name}}", 2, "is not closed"),
            ("receipt.txt", "Thư", 1, "Subject"),
            ("receipt.txt", "Subject: {{name}}\n\nx", 1, "a subject may show only"),
            ("recept.html", "x", 1, "belongs to no letter or sheet"),
            ("receipt@soon.html", "x", 1, "receipt@2025-09-15"),
            ("apology@2026-01-01.txt", "Subject: x\n\ny", 1, "is not there"),
            ("control.html", "{{nobody}}", 1, "«nobody»"),
        ])
    func mistakes(file: String, text: String, line: Int, says: String) throws {
        var files = SampleLetters.files
        files[file] = Array(text.utf8)
        let (templates, problems) = NoticeTemplates.load(files)
        #expect(templates == nil)
        let problem = try #require(problems.first)
        #expect(problem.file == (file.hasPrefix("apology@") ? "apology@2026-01-01.html" : file))
        #expect(problem.line == line)
        #expect(problem.message.contains(says), "\(problem.message)")
    }

    @Test("A wording that tells of money given back, and not which agency gives it, is warned of, and is used")
    func refundWithoutAgency() throws {
        var files = SampleLetters.files
        files["refund.txt"] = Array("Subject: {{code}}\n\n{{#refund}}{{refund}}: {{agency}}{{/refund}}".utf8)
        let (templates, problems) = NoticeTemplates.load(files)
        #expect(templates != nil)
        #expect(problems.map(\.file) == ["refund.txt"] && problems.allSatisfy(\.isWarning))
        #expect(problems.first?.message.contains("{{refundAgency}}") == true)
    }

    @Test("A wording with a later day holds for what is received from that day on")
    func laterWording() throws {
        var files = SampleLetters.files
        files["withdrawn@2026-12-01.txt"] = Array("Subject: {{code}}\n\nMới".utf8)
        files["withdrawn@2026-12-01.html"] = Array("<p>Mới {{>foot}}</p>".utf8)
        let (templates, problems) = NoticeTemplates.load(files)
        #expect(problems.isEmpty)
        var letters = try SampleLetters()
        letters.day = "2026-12-01"
        let context = try letters.context(try letters.dossier([]))
        let page = String(
            decoding: Notice.page(.withdrawn, context, templates: try #require(templates)), as: UTF8.self)
        #expect(page.hasPrefix("<p>Mới <p class=\"foot\">"))
        letters.day = "2026-11-30"
        let before = try letters.context(try letters.dossier([]))
        let old = Notice.page(.withdrawn, before, templates: try #require(templates))
        #expect(String(decoding: old, as: UTF8.self).contains("Thông báo rút hồ sơ"))
    }
}
