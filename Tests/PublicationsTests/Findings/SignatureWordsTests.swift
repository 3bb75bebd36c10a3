import Dossiers
import Publications
import Testing

/// What the citizen is told of signatures that do not count.
@Suite("Words for signatures that do not count")
struct SignatureWordsTests {
    private let procedure: Procedure

    init() throws { procedure = try SampleLetters().procedure() }

    private func words(_ finding: Finding) -> String { FindingText.vietnamese(finding, procedure: procedure) }

    @Test(
        "A signature that is there and does not cover the whole is called neither absent nor no fault",
        arguments: ["PYC", "GCN"])
    func Dieu7_2a_notWhole(component: String) {
        let partial = words(Finding(.signatureBroken, component: component, found: Finding.notWhole))
        #expect(partial.contains("có kèm theo, nhưng không bao quát toàn bộ nội dung"))
        #expect(partial.contains("qua bưu điện"))
        #expect(!partial.contains("chưa có chữ ký số") && !partial.contains("không phải là lỗi"))
        #expect(!partial.contains("đã thay đổi sau khi ký"))
        #expect(words(Finding(.unsigned, component: component)).contains("chưa có chữ ký số. Đây không phải là lỗi."))
        #expect(words(Finding(.signatureBroken, component: component)).contains("đã thay đổi sau khi ký"))
    }

    @Test("Below level 4 a form that was changed after signing is asked for online, and neither by post nor signed")
    func Dieu14_2_formAgain() {
        let again = words(Finding(.formSignatureBroken, component: "PYC"))
        #expect(again.contains("nội dung thay đổi sau khi ký") && again.contains("điền lại rồi gửi bổ sung"))
        #expect(again.contains("không bắt buộc ký số") && !again.contains("bưu điện"))
    }

    @Test("Of papers that came without a form it is the message that changed, and nothing is scanned again")
    func Dieu14_2_messageAgain() {
        let again = Finding(.formSignatureBroken, component: "GCN", file: "gcn.pdf")
        #expect(words(again).hasPrefix("Gói hồ sơ gửi kèm giấy tờ “"))
        #expect(words(again).contains("gửi bổ sung lại giấy tờ này") && !words(again).contains("quét lại"))
        #expect(FindingText.english(again, procedure: procedure).hasPrefix("the message that brought file «gcn.pdf»"))
    }
}
