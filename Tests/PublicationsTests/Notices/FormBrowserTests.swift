import Bytes
import Dossiers
import Publications
import Testing

@Suite("Forms in a browser", .enabled(if: Browser.path != nil, "Chromium is not installed"), .serialized)
struct FormBrowserTests {
    /// As many papers as procedures usually ask for.
    private func papers(_ count: UInt8) -> Event {
        .examined(
            Examination(
                papers: (1...count).map { number in
                    ExaminedPaper(
                        component: "GCN",
                        paper: Paper(
                            file: "giay-to-\(number).pdf", size: 100,
                            sha256: Digest(Array(repeating: number, count: 32)), type: .pdf))
                }, findings: [], signatures: []))
    }

    @Test(
        "A receipt with the usual papers, a fee and what to bring is one sheet of A4, and fits a screen",
        arguments: [3, 4])
    func receiptIsOneSheet(level: Int) throws {
        var letters = try SampleLetters()
        letters.level = level
        letters.fee = Procedure.Fee(amount: 200_000, due: .result)
        letters.delivery = level == 4 ? .post : .counter
        let page = try letters.page(.receipt, [papers(4), .completed(try letters.deadlines())])
        #expect(page.contains("NGƯỜI TIẾP NHẬN HỒ SƠ"))
        #expect(try Browser.sheets(of: Array(page.utf8)) == 1)
        let seen = try Browser.look(at: Array(page.utf8), width: 1280)
        #expect(seen.width <= 1280 && seen.console.isEmpty && seen.headings == 1)
    }

    @Test("Every letter and form is one sheet of A4, says nothing on the console, and has one heading")
    func lettersAreOneSheet() throws {
        let letters = try SampleLetters()
        let now = try letters.moment("2026-11-23T14:00")
        let deadlines = try letters.deadlines()
        let recount = Recount(deadlines: deadlines, former: now, by: "hoa", reason: "nghỉ lễ")
        let pages: [(NoticeKind, [Event])] = [
            (.held, [.waiting(state: .held)]), (.rescheduled, [.completed(deadlines), .recounted(recount)]),
            (.rerouted, [.completed(deadlines)]), (.resumed, [.completed(deadlines)]),
            (.apology, [.completed(deadlines)]), (.result, [.completed(deadlines)]),
        ]
        for (kind, events) in pages {
            let page = Array(try letters.page(kind, events).utf8)
            #expect(try Browser.sheets(of: page) == 1, "\(kind)")
            let seen = try Browser.look(at: page, width: 1280)
            #expect(seen.console.isEmpty && seen.headings == 1 && seen.width <= 1280, "\(kind)")
        }
    }
}
