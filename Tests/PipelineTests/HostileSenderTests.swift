import Bytes
import Files
import Foundation
import Pipeline
import Testing

@Suite("What a sender tries")
struct HostileSenderTests {
    private let card = Forms.pdf("căn cước")

    private func package(_ id: String, account: String = "0900000001", level: Int = 3) throws -> [UInt8] {
        try Forms.zip([
            (
                "hoso.xml",
                Forms.submission(
                    id, level: level, account: account, attachments: [Forms.attachment("CCCD", "cccd.pdf", card)])
            ), ("cccd.pdf", card),
        ])
    }

    @Test("A file or folder of the sender's that is called like our own note keeps its contents")
    func nothingIsOverwritten() throws {
        let site = try TestSite()
        try site.drop("online/reason.txt", Array("what the sender wrote".utf8))
        try site.drop("postal/reason.txt/not-a-form.txt", Array("x".utf8))
        #expect(try site.once().map(\.state).sorted() == ["quarantined", "unmatched"])
        let unmatched = try #require(site.names("State/unmatched").first)
        #expect(try site.read("State/unmatched/\(unmatched)/reason.txt~") == "what the sender wrote")
        let quarantined = try #require(site.names("State/quarantine").first)
        #expect(try site.read("State/quarantine/\(quarantined)/reason.txt~/not-a-form.txt") == "x")
        #expect(try QuarantineTray(site: site.path).items().count == 1)
    }

    @Test(
        "Staff hear of the first that cannot be taken in, and not of each of hundreds; a repeated package tells nobody")
    func OP8_storm() throws {
        let site = try TestSite()
        for number in 1...130 { try site.drop("online/\(number).xml", Array("<!DOCTYPE a><a/>".utf8)) }
        #expect(try site.once().count == 130)
        #expect(site.names("Outbox/incidents").count == 21)
        try site.drop("online/a.zip", package("s-1"))
        try site.once()
        let letters = site.names("Outbox/notices").count
        for number in 1...20 { try site.drop("online/again-\(number).zip", package("s-1")) }
        #expect(try Set(site.once().map(\.state)) == ["duplicate"])
        #expect(site.names("Outbox/notices").count == letters)
        // What was taken in and asks somebody to look has its letter whatever else came.
        let dossier = try #require(site.list().first?.first)
        try site.drop("postal/\(dossier)_CCCD.pdf", Forms.pdf("nobody asked for it"))
        try site.once()
        #expect(site.names("Outbox/incidents").count == 22)
    }

    @Test(
        "What strangers send for a dossier writes to its citizen a few times a day, and to staff as ever",
        arguments: ["new id", "same id", "closed", "no account"])
    func OP8_strangers(way: String) throws {
        let site = try TestSite()
        if way == "no account" {
            let form = String(
                decoding: Forms.submission(
                    "s-1", procedure: "2.000815", level: 2,
                    attachments: [Forms.attachment("BC", "bc.pdf", Forms.pdf("bc"), inline: true)]), as: UTF8.self)
            let anonymous = form.replacing(" account=\"0900000001\"", with: "").replacing(#/<form .*</form>/#, with: "")
            try site.drop("online/s-1.xml", Array(anonymous.utf8))
        } else {
            try site.dropComplete("s-1")
        }
        try site.once()
        let code = try #require(try site.list().first?.first)
        func send(_ id: String, account: String?, _ reason: String) throws {
            let paper = Forms.attachment("BC", "bc.pdf", Forms.pdf(reason), inline: true)
            try site.drop(
                "online/\(id) \(reason).xml",
                account == nil
                    ? Forms.message("supplement", id, dossier: code, "<attachments>\(paper)</attachments>")
                    : Forms.message("withdrawal", id, dossier: code, account: account, "<reason>\(reason)</reason>"))
        }
        if way == "closed" {
            try send("own", account: "0900000001", "x")
            try site.once()
        }
        func answers() -> Int { site.names("Outbox/notices").count { $0.contains("-answer-") } }
        for day in 1...2 {
            for number in 1...10 {
                let id = way == "same id" ? "w" : "w-\(day)-\(number)"
                try send(id, account: way == "no account" ? nil : "0999999999", "\(day) \(number)")
            }
            #expect(try Set(site.once().map(\.state)) == ["rejected"])
            #expect(answers() == 3 * day)
            try site.at("2026-11-24T14:00")
        }
        #expect(site.names("Outbox/incidents").count == 20)
        // The one whose dossier it is hears of each of his own.
        guard way == "new id" || way == "same id" else { return }
        for number in 1...2 { try send("own-\(number)", account: "0900000001", "x") }
        let before = answers()
        #expect(try site.once().map(\.state).contains("rejected") && answers() == before + 1)
    }

    @Test("A letter is marked as a machine's, so that no other machine answers it")
    func OP2_autoSubmitted() throws {
        let site = try TestSite()
        try site.drop("online/a.zip", package("s-1"))
        try site.once()
        let letter = try #require(site.names("Outbox/notices").first)
        let head = try #require(try site.read("Outbox/notices/\(letter)").components(separatedBy: "\r\n\r\n").first)
        #expect(head.contains("Auto-Submitted: auto-generated"))
    }

    @Test(
        "What comes by an inbox is data, whatever it is called: it runs nothing and configures nothing",
        arguments: [
            "autorun/hoso.xml", "config/hoso.xml", "hoso.xml", "templates/receipt.txt", ".hoso/config.xml", "run.sh",
            "State/lock", "package.xsd",
        ])
    func OP9_dataStaysData(name: String) throws {
        let site = try TestSite()
        let before = try site.read("config/hoso.xml")
        try site.drop("online/\(name)", Array(before.replacing("<site", with: "<!-- x --><site").utf8))
        try site.once()
        #expect(try site.read("config/hoso.xml") == before)
        #expect(site.names("config/templates").allSatisfy { $0.hasSuffix(".txt") || $0.hasSuffix(".html") })
        #expect(site.names("Outbox/agencies").allSatisfy { site.names("Outbox/agencies/\($0)").isEmpty })
    }

    @Test("Nothing in hoso listens to a network")
    func OP10_listensOnNothing() throws {
        let sources = URL(filePath: #filePath).appending(path: "../../../Sources").standardized
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var read = 0
        for case let file as URL in files where ["swift", "h", "c"].contains(file.pathExtension) {
            let text = try String(contentsOf: file, encoding: .utf8)
            read += 1
            for call in [#/\blisten\(/#, #/\baccept4?\(/#, #/\bURLSession\b/#, #/\bNWListener\b/#] {
                #expect(text.firstMatch(of: call) == nil, "\(file.lastPathComponent)")
            }
        }
        #expect(read > 100)
    }

    @Test("The same page that is sent for three papers is said to be the same")
    func PD17_samePageThrice() throws {
        let site = try TestSite()
        let same = Forms.pdf("một trang")
        let components = ["CCCD", "GCN", "KHAC"]
        let form = Forms.submission(
            "s-1", attachments: components.map { Forms.attachment($0, "\($0).pdf", same) })
        try site.drop("online/a.zip", Forms.zip([("hoso.xml", form)] + components.map { ("\($0).pdf", same) }))
        try site.once()
        #expect(try site.list()[0][6].contains("same-file-twice"))
    }

    @Test("A flood from one account does not delay the first package of another")
    func FS10_flood() throws {
        let site = try TestSite()
        for number in 1...150 {
            try site.drop("online/a\(number).xml", Forms.submission("f-\(number)", attachments: []))
        }
        try site.drop("online/z.xml", Forms.submission("last", account: "0900000002", attachments: []))
        let outcomes = try site.once()
        #expect(outcomes.count == 151)
        #expect(try #require(outcomes.firstIndex { $0.arrival == "online/z.xml" }) < 3)
    }
}
