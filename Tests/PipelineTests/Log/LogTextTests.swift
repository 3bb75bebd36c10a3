import Dossiers
import Pipeline
import Testing

@Suite("What stands in the log")
struct LogTextTests {
    @Test("OP7 what nobody said is open is masked")
    func OP7_masked() {
        let phone = "0900123456"
        let name = PersonalText("Nguyễn Văn An")
        let text: LogText = "called \(phone), \(name), day \(12)"
        #expect(!text.description.contains("0900123"))
        #expect(!text.description.contains("Nguyễn"))
        #expect(text.description.hasSuffix("day 12"))
    }

    @Test("OP5 nothing in it turns the line or moves the cursor", arguments: ["a\nb", "a\u{1B}[2Jb", "a\u{202E}b"])
    func OP5_oneLine(value: String) {
        let text: LogText = "name \(open: value)"
        #expect(!text.description.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        #expect(text.description.hasPrefix("name a") && text.description.hasSuffix("b"))
    }

    @Test("A sentence without a name of its own is a note")
    func note() {
        let event: LogEvent = "all is \(1)"
        #expect(event.name == .note)
        #expect(event.text.description == "all is 1")
    }
}
