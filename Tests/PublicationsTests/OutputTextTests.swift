import Dossiers
import Publications
import Testing

@Suite("Values from outside in text of ours")
struct OutputTextTests {
    static let hostile = [
        "\u{1B}[31mred\u{1B}[0m", "a\nhoso: all is well", "a\r\nBcc: x@example.vn", "\u{202E}fdp.exe", "a\u{200B}b",
        "\u{0}", "\u{7}", "\u{85}x", "\u{2028}x", "\u{9B}2J", "a\u{FEFF}b",
    ]

    @Test("Nothing moves the cursor, begins a line or turns the writing on a terminal or in a log", arguments: hostile)
    func OP5_terminal(value: String) {
        let shown = TerminalText(value).description
        #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        #expect(!shown.unicodeScalars.contains { ["\u{202E}", "\u{200B}", "\u{2028}", "\u{FEFF}"].contains($0) })
        #expect(shown.contains("\\u{"))
    }

    @Test(
        "No value ends a metric's label or begins a line of metrics",
        arguments: hostile + ["a\"} 1\nhoso_up 0", "\\\""])
    func OP6_metricLabels(value: String) {
        let label = MetricText(value).description
        #expect(label.hasPrefix("\"") && label.hasSuffix("\"") && label.count >= 2)
        #expect(label.split(whereSeparator: { $0.isNewline }).count == 1)
        var inside = label.dropFirst().dropLast()
        while let first = inside.popFirst() {
            #expect(first != "\"")
            if first == "\\" { _ = inside.popFirst() }
        }
    }

    @Test("A metric's label is cut, so that its series stay few")
    func OP6_length() { #expect(MetricText(String(repeating: "a", count: 5_000)).description.count == 102) }

    @Test("Personal data print masked, by whatever way they are printed")
    func OP7_masked() throws {
        var submitter = Submitter(account: "0900123456", name: "Nguyễn Văn An")
        submitter.idNumber = "062090001234"
        submitter.phone = "0900123457"
        submitter.email = "an@example.vn"
        submitter.address = "12 Trần Phú"
        submitter.organization = "Công ty Mẫu"
        submitter.taxCode = "6100123456"
        var dumped = ""
        dump(submitter, to: &dumped)
        struct Holder: Error { let submitter: Submitter }
        for text in [
            "\(submitter)", String(reflecting: submitter), String(describing: Optional(submitter)), dumped,
            "\(submitter.name) \(submitter.phone as Any) \([submitter.address])", "\(Holder(submitter: submitter))",
        ] {
            for secret in ["Nguyễn", "0900", "06209", "example", "Trần", "Công ty", "6100"] {
                #expect(!text.contains(secret), "\(text)")
            }
            #expect(text.contains("***"))
        }
        #expect(submitter.name.revealed == "Nguyễn Văn An")
    }
}
