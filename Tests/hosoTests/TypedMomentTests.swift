import Dossiers
import Testing

@testable import hoso

@Suite("Times that people type")
struct TypedMomentTests {
    @Test(
        "What is ISO 8601 is read, however it is written",
        arguments: [
            "2026-11-23T08:15:00+07:00", "2026-11-23T08:15:00+0700", "2026-11-23T08:15+07:00", "2026-11-23T08:15:00+07",
            "20261123T081500+0700", "20261123T0815+07", "2026-11-23 08:15:00+07:00",
            "2026-11-23T08:15:00,123456789+07:00",
            "2026-11-23T08:15:00.5+07:00", "2026-11-23T01:15:00Z", "20261123T011500Z", "2026-11-23T01:15Z",
        ])
    func read(text: String) { #expect(Moment(typed: text) == Moment("2026-11-23T08:15:00+07:00")) }

    @Test(
        "What is none, or has no offset, is not",
        arguments: [
            "", "gestern", "2026-11-23", "2026-11-23T08:15:00", "2026-11-23T25:15:00+07:00", "2026-13-23T08:15:00Z",
            "2026-11-23T08:15:00Z00", "2026-11-23T08:15:00+7", "2026-11-23T08:15:00+07:00 ", "2026-02-30T08:15Z",
        ])
    func refused(text: String) { #expect(Moment(typed: text) == nil) }

    @Test("Files have the one form", arguments: ["2026-11-23T08:15:00+0700", "2026-11-23T08:15+07:00"])
    func files(text: String) { #expect(Moment(text) == nil) }
}
