import Bytes
import Foundation
import Pipeline
import Testing

@Suite("One package, however it is packed")
struct PackingsTests {
    enum Packing: CaseIterable { case archive, folder, loose, inside }

    private let card = Forms.pdf("card")
    private let deed = Forms.pdf("deed" + String(repeating: "d", count: 3_000))

    private func site(limits: String, scans: String = "0s") throws -> TestSite {
        let site = try TestSite(scans: scans)
        let text = try site.read("config/hoso.xml")
            .replacing(#/<limits [^>]*>/#, with: "")
            .replacing("<signatures ", with: "<limits \(limits)/><signatures ")
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(site.path)/config/hoso.xml"))
        return site
    }

    /// A dossier that lacks nothing; `card` and `deed` are what its files are called where they lie apart.
    private func drop(
        _ site: TestSite, _ packing: Packing, card cardName: String = "cccd.pdf", deed deedName: String = "gcn.pdf",
        declared: [String] = ["cccd.pdf", "gcn.pdf"]
    ) throws {
        let form = Forms.submission(
            "s-1",
            attachments: [
                Forms.attachment("CCCD", declared[0], card, inline: packing == .inside),
                Forms.attachment("GCN", declared[1], deed, inline: packing == .inside),
            ])
        let files = [("hoso.xml", form), (cardName, card), (deedName, deed)]
        switch packing {
        case .archive: try site.drop("online/g.zip", Forms.zip(files))
        case .folder: for (name, bytes) in files { try site.drop("online/g/\(name)", bytes) }
        case .loose: for (name, bytes) in files { try site.drop("online/\(name)", bytes) }
        case .inside: try site.drop("online/hoso.xml", form)
        }
    }

    @Test("A file over its limit is asked for anew", arguments: Packing.allCases)
    func ZP9_overLimit(packing: Packing) throws {
        let site = try site(limits: "fileBytes=\"2KB\"")
        try drop(site, packing)
        #expect(try site.once().map(\.reasons) == [["over-limit"]])
        #expect(site.names("Outbox/notices").contains { $0.contains("-supplement-") })
    }

    @Test("A form and two files are three files: so many are taken, one more is not", arguments: Packing.allCases)
    func ZP11_files(packing: Packing) throws {
        for (most, state) in [(2, "quarantined"), (3, "accepted")] {
            let site = try site(limits: "files=\"\(most)\"")
            try drop(site, packing)
            #expect(try site.once().map(\.state) == [state], "\(most)")
        }
    }

    @Test("What goes to quarantine bears its form's name there, and goes back under it")
    func quarantined() throws {
        let site = try site(limits: "packageBytes=\"4KB\"")
        try drop(site, .loose)
        #expect(try site.once().map(\.arrival) == ["online/hoso.xml"])
        #expect(site.names("State/quarantine") == ["hoso.xml"])
        #expect(site.names("State/quarantine/hoso.xml").contains("cccd.pdf"))
    }

    @Test("Many of one name have each a number of their own, without a gap")
    func numbered() throws {
        let site = try site(limits: "packageBytes=\"4KB\"")
        for _ in 0..<11 {
            try drop(site, .loose)
            #expect(try site.once().map(\.state) == ["quarantined"])
        }
        #expect(Set(site.names("State/quarantine")) == Set(["hoso.xml"] + (2...11).map { "hoso.xml.\($0)" }))
    }

    @Test("Whatever names a sender chose before, one more of a name has one of its own")
    func chosenNames() throws {
        let site = try TestSite(scans: "0s")
        let names = ["scan.pdf"] + (1...62).map { "scan.pdf.\(UInt64(1) << $0)" }
        for name in names { try site.drop("postal/\(name)", Forms.pdf(name)) }
        #expect(try site.once().count == names.count)
        #expect(Set(site.names("State/unmatched")) == Set(names))
        try site.drop("postal/scan.pdf", Forms.pdf("another"))
        #expect(try site.once().count == 1)
        #expect(Set(site.names("State/unmatched")).subtracting(names) == ["scan.pdf.1073741825"])
    }

    @Test(
        "A file of the declared digest is found under another name, at once where its size is declared",
        arguments: [Packing.archive, .folder, .loose])
    func otherName(packing: Packing) throws {
        let site = try site(limits: "files=\"9\"", scans: "1h")
        try drop(site, packing, deed: "Scan0001.pdf")
        let outcome = try #require(try site.once().first)
        #expect(outcome.state == "accepted" && outcome.reasons.isEmpty, "\(outcome)")
    }

    @Test(
        "Files whose names are swapped are told apart by their digests", arguments: [Packing.archive, .folder, .loose])
    func swapped(packing: Packing) throws {
        let site = try site(limits: "files=\"9\"", scans: "1h")
        try drop(site, packing, card: "gcn.pdf", deed: "cccd.pdf")
        let outcome = try #require(try site.once().first)
        #expect(outcome.state == "accepted" && outcome.reasons.isEmpty, "\(outcome)")
    }

    @Test("A loose form of too many files takes all of them along into quarantine")
    func tooManyTogether() throws {
        let site = try site(limits: "files=\"1\"", scans: "1h")
        try drop(site, .loose)
        #expect(try site.once().map(\.state) == ["quarantined"])
        #expect(site.names("Inbox/online").isEmpty)
        #expect(site.names("State/quarantine/hoso.xml") == ["cccd.pdf", "gcn.pdf", "hoso.xml", "reason.txt"])
    }

    @Test("What a Mac adds to an archive is passed over")
    func systemsOwn() throws {
        let site = try TestSite()
        let form = Forms.submission(
            "s-1",
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        let files = [
            ("hoso.xml", form), ("cccd.pdf", card), ("gcn.pdf", deed), (".DS_Store", [0, 1]), ("._hoso.xml", [0]),
        ]
        try site.drop(
            "online/g.zip",
            Forms.zip(files + [("__MACOSX/", []), ("__MACOSX/._hoso.xml", [2]), ("__MACOSX/a/._b", [3])]))
        #expect(try site.once().map(\.reasons) == [[]])
        #expect(try site.list().map { $0[4] } == ["accepted"])
    }

    @Test("A file of another digest under another name is none that the form names")
    func neither() throws {
        let site = try site(limits: "files=\"9\"")
        let form = Forms.submission(
            "s-1",
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        let other = Array(deed.reversed())
        try site.drop("online/g.zip", Forms.zip([("hoso.xml", form), ("cccd.pdf", card), ("x.pdf", other)]))
        #expect(try site.once().map(\.reasons) == [["missing-file,unlisted-file"]])
    }

    @Test("Blanks round an account, a code or a digest, which the schema takes for nothing, change nothing")
    func blanks() throws {
        let site = try TestSite()
        let form = String(
            decoding: Forms.submission(
                "s-1",
                attachments: [
                    Forms.attachment("CCCD", "cccd.pdf", card, inline: true),
                    Forms.attachment("GCN", "gcn.pdf", deed, inline: true),
                ]), as: UTF8.self
        ).replacing(#/ (account|code|level|component|size|sha256)="([^"]*)"/#) { " \($0.1)=\" \($0.2)\t\"" }
        try site.drop("online/s.xml", Array(form.utf8))
        #expect(try site.once().map(\.reasons) == [[]])
        #expect(try site.list().map { $0[4] } == ["accepted"])
        #expect(site.names("Outbox/agencies/000.00.12.H34").count == 1)
    }
}
