import Foundation
import Pipeline
import Testing

@Suite("Messages that took no effect, and come again")
struct RejectedAgainTests {
    private static let agency = "agencies/000.00.12.H34"
    private static let code = "000.00.12.H34-261123-0001"

    private func letters(_ site: TestSite, _ kind: String) -> Int {
        (site.names("Outbox/notices") + site.names("Outbox/incidents")).count { $0.contains("-\(kind)-") }
    }

    private func acknowledgement(_ more: String = "") -> [UInt8] {
        Forms.message("acknowledgement", "a-1", dossier: Self.code, more)
    }

    @Test("An agency is answered about a dossier that nobody has, and is told what to do; so are staff")
    func Dieu4_1_unknownDossier() throws {
        let site = try TestSite()
        try site.drop("\(Self.agency)/a.xml", acknowledgement())
        #expect(try site.once().map(\.reasons) == [["unknown-dossier"]])
        let name = try #require(site.names("Outbox/notices").first)
        #expect(name.contains("-agencyAnswer-"))
        let letter = try site.read("Outbox/notices/\(name)")
        #expect(letter.contains("To: ") && letter.contains("a-1"))
        let told = try site.read("Outbox/incidents/\(try #require(site.names("Outbox/incidents").first))")
        #expect(told.replacing("=\r\n", with: "").contains("once the dossier is there"))
    }

    @Test("The same file again is passed over while the same stands in its way, and takes its effect once nothing does")
    func Dieu4_1_again() throws {
        let site = try TestSite()
        try site.drop("\(Self.agency)/a.xml", acknowledgement())
        try site.once()
        for _ in 1...3 {
            try site.drop("\(Self.agency)/a.xml", acknowledgement())
            #expect(try site.once().map(\.state) == ["duplicate"])
        }
        #expect(letters(site, "agencyAnswer") == 1 && letters(site, "incident") == 1)
        try site.dropComplete("s-1")
        try site.once()
        try site.drop("\(Self.agency)/a.xml", acknowledgement())
        #expect(try site.once().map(\.state) == ["processing"])
        try site.drop("\(Self.agency)/a.xml", acknowledgement())
        #expect(try site.once().map(\.state) == ["duplicate"])
        #expect(letters(site, "agencyAnswer") == 1)
    }

    @Test("What stands in its way instead is answered once, and copies that come together are one message")
    func Dieu4_1_otherReason() throws {
        let site = try TestSite()
        let result = Forms.message(
            "result", "r-1", dossier: Self.code,
            "<approvedBy>Giám đốc</approvedBy><attachments>"
                + Forms.attachment("KQ", "kq.pdf", Forms.pdf("kq"), inline: true) + "</attachments>")
        for copy in 1...3 { try site.drop("\(Self.agency)/\(copy).xml", result) }
        #expect(try site.once().map(\.state).sorted() == ["duplicate", "duplicate", "rejected"])
        let form = Forms.submission(
            "s-1", attachments: [Forms.attachment("CCCD", "c.pdf", Forms.pdf("c"), inline: true)])
        try site.drop("online/s.xml", form)
        try site.once()
        for state in ["rejected", "duplicate"] {
            try site.drop("\(Self.agency)/r.xml", result)
            #expect(try site.once().map(\.state) == [state])
        }
        #expect(letters(site, "agencyAnswer") == 2)
    }

    @Test("Other content under its id stays a conflict, and takes nothing from the first")
    func Dieu4_1_otherContent() throws {
        let site = try TestSite()
        try site.drop("\(Self.agency)/a.xml", acknowledgement())
        try site.once()
        try site.dropComplete("s-1")
        try site.once()
        try site.drop("\(Self.agency)/b.xml", acknowledgement(" "))
        #expect(try site.once().map(\.reasons) == [["other-content"]])
        for _ in 1...2 {
            try site.drop("\(Self.agency)/b.xml", acknowledgement(" "))
            #expect(try site.once().map(\.state) == ["duplicate"])
        }
        #expect(letters(site, "agencyAnswer") == 2)
        try site.drop("\(Self.agency)/c.xml", acknowledgement("  "))
        #expect(try site.once().map(\.reasons) == [["other-content"]])
        try site.drop("\(Self.agency)/a.xml", acknowledgement())
        #expect(try site.once().map(\.state) == ["processing"])
    }

    @Test("Other content under a submission's id is refused with one letter, however often it comes")
    func Dieu4_3_otherSubmission() throws {
        let site = try TestSite()
        try site.dropComplete("s-1")
        try site.once()
        let other = Forms.submission(
            "s-1", attachments: [Forms.attachment("CCCD", "c.pdf", Forms.pdf("khác"), inline: true)])
        for expected in ["refused", "duplicate", "duplicate"] {
            try site.drop("online/other.xml", other)
            #expect(try site.once().map(\.state) == [expected])
        }
        #expect(letters(site, "refusal") == 1)
        let rows = try SiteView(site: site.path, now: site.now).rows()
        #expect(rows.map { $0[4] }.sorted() == ["accepted", "refused"])
    }
}
