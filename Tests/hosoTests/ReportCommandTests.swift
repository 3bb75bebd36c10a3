import Files
import Foundation
import Testing

@Suite("Reports on the command line")
struct ReportCommandTests {
    private static let now = ["--now", "2026-11-25T08:00:00+07:00"]

    /// A new site without dossiers, gone with the test that made it.
    private func withSite(_ body: (String) throws -> Void) throws {
        let site = NSTemporaryDirectory() + "hoso-report-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: site) }
        #expect(try Program.run(["init", site]).status == 0)
        try body(site)
    }

    @Test("A report comes in the format that was asked for, on standard output")
    func formats() throws {
        try withSite { site in
            for (format, begin) in [
                ("text", "tt"), ("tsv", "tt\tlinhVuc\t"), ("csv", "\u{FEFF}tt,linhVuc,tiepNhan,"),
                ("json", "{\"report\":\"II.06a\","), ("xml", "<?xml"), ("html", "<!DOCTYPE html>"),
            ] {
                let outcome = try Program.run(
                    ["--site", site] + Self.now + ["report", "--kind", "II.06a", "--format", format])
                #expect(outcome.status == 0)
                #expect(outcome.text.hasPrefix(begin), "\(format)")
            }
            let workbook = try Program.run(["--site", site] + Self.now + ["report", "--format", "xlsx"])
            #expect(workbook.output.prefix(4) == [0x50, 0x4B, 3, 4])
        }
    }

    @Test("A period that ends before it begins is a mistake, also where its end is today; so is a format beside a page")
    func unfit() throws {
        try withSite { site in
            let tally = "\(site)/one.tally"
            try Data().write(to: URL(fileURLWithPath: tally))
            for words in [
                ["report", "--from", "2027-01-01"], ["report", "--from", "2027-01-01", "--from-tallies", tally],
                ["form", "register", "--from", "2027-01-01"], ["report", "--from", "2026-02-02", "--to", "2026-02-01"],
                ["report", "--html", "\(site)/page.html", "--format", "json"], ["nightly", "--date", "2026-11-26"],
            ] {
                #expect(try Program.run(["--site", site] + Self.now + words).status == 64, "\(words)")
            }
            let lost = try Program.run(["--site", site] + Self.now + ["report", "--html", "\(site)/absent/page.html"])
            #expect(lost.status == 66 && lost.said.contains("is no folder"), "\(lost.said)")
            let page = "\(site)/page.html"
            #expect(try Program.run(["--site", site] + Self.now + ["report", "--html", page]).status == 0)
            #expect(try String(contentsOfFile: page, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
        }
    }

    @Test("A report from tallies is that from the ledger")
    func fromTallies() throws {
        try withSite { site in
            let tally = "\(site)/one.tally"
            try Data().write(to: URL(fileURLWithPath: tally))
            let request = ["--site", site] + Self.now + ["report", "--kind", "usage", "--format", "csv"]
            let whole = try Program.run(request)
            let joined = try Program.run(request + ["--from-tallies", tally])
            #expect(whole.status == 0 && joined.status == 0)
            #expect(whole.output == joined.output)
        }
    }

    @Test("Counting asks for nobody's data: neither a tally nor a report from tallies needs the accounts")
    func withoutAccounts() throws {
        try withSite { site in
            try FileManager.default.removeItem(atPath: "\(site)/config/accounts.tsv")
            let tally = try Program.run(["--site", site, "tally"])
            #expect(tally.status == 0, "\(tally.said)")
            let file = "\(site)/one.tally"
            try Data(tally.output).write(to: URL(fileURLWithPath: file))
            #expect(try Program.run(["--site", site, "report", "--from-tallies", file]).status == 0)
            #expect(try Program.run(["--site", site, "report"]).status == 78)
        }
    }

    @Test("What is no tally, no ledger line or no agency is said, with the exit code for it")
    func mistakes() throws {
        try withSite { site in
            let file = "\(site)/broken.tally"
            try Data("{\"unknown\":1}\n".utf8).write(to: URL(fileURLWithPath: file))
            let broken = try Program.run(["--site", site, "report", "--from-tallies", file])
            #expect(broken.status == 65)
            #expect(broken.said.contains("the tally cannot be read"))
            #expect(try Program.run(["--site", site, "report", "--from-tallies", "\(site)/nothing"]).status == 66)
            #expect(try Program.run(["--site", site, "report", "--kind", "yearly", "--agency", "x"]).status == 64)
            #expect(try Program.run(["--site", site, "report", "--kind", "lat"]).said.contains("did you mean late?"))
        }
    }

    @Test("A period that ends before it begins, and an option that the report does not heed, are mistakes")
    func unheeded() throws {
        try withSite { site in
            for (words, part) in [
                (["--from", "2026-11-23", "--to", "2026-11-01"], "--from 2026-11-23 is after --to 2026-11-01"),
                (["--kind", "II.06a", "--by", "agency"], "--by is of --kind sla alone"),
                (["--kind", "late", "--agency", "000.00.10.H34"], "--agency is of --kind yearly alone"),
                (["--agency", "000.00.10.H34"], "--agency is of --kind yearly alone, not sla"),
            ] {
                let outcome = try Program.run(["--site", site, "report"] + words)
                #expect(outcome.status == 64, "\(words)")
                #expect(outcome.said.contains(part))
            }
            #expect(
                try Program.run(["--site", site, "form", "register", "--from", "2026-11-02", "--to", "2026-11-01"])
                    .status
                    == 64)
        }
    }
}
