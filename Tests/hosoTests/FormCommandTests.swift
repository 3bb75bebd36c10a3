import Files
import Foundation
import Testing

@Suite("hoso form, of whom it is asked")
struct FormCommandTests {
    private let code = "000.00.12.H34-261123-0001"

    @Test("The id of a submission stands for a code, as in show; of one that was refused the refusal is printed")
    func bySubmission() throws {
        let path = NSTemporaryDirectory() + "hoso-form-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["init", path]).status == 0)
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/(settleAfter|waitForScans)="[^"]*"/#) { "\($0.1)=\"0s\"" }
        try Data(text.utf8).write(to: settings)
        let other = SampleForm.submission("s-2").replacing("1.004269", with: "9.999999")
        for (id, form) in [("s-1", SampleForm.submission("s-1")), ("s-2", other)] {
            try Data(form.utf8).write(to: URL(fileURLWithPath: "\(path)/Inbox/online/\(id).xml"))
        }
        func run(_ words: String...) throws -> (status: Int32, text: String, said: String) {
            let outcome = try Program.run(["--site", path, "--now", "2026-11-23T14:00:00+07:00"] + words)
            return (Int32(outcome.status), outcome.text, outcome.said)
        }
        #expect(try run("once").status == 0)
        let control = try run("form", code, "control")
        #expect(control.status == 0 && control.text.contains(code))
        #expect(try run("form", "s-1", "control") == control)
        #expect(try run("form", "s-1", "supplement") == run("form", code, "supplement"))
        let wrong = try run("form", "s-1", "result")
        #expect(wrong.status == 66 && wrong.said.contains("no «result» went out for s-1; what did: supplement"))

        let refusal = try run("form", "s-2", "refusal")
        #expect(refusal.status == 0 && refusal.text.contains("không tiếp nhận, giải quyết hồ sơ"))
        #expect(try run("form", "s-2", "control").said.contains("what did: refusal"))
        for unknown in ["s-3", "000.00.12.H34-261123-0009"] {
            let answers = try [run("form", unknown, "control"), run("show", unknown)]
            #expect(answers[0].status == 66 && answers[0] == answers[1])
        }
    }
}
