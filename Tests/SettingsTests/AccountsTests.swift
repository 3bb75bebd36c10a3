import Dossiers
import Settings
import Testing

@Suite struct AccountsTests {
    private func load(_ text: String) -> (site: Site?, problems: [ConfigurationProblem]) {
        var configuration = Configurations()
        configuration.set("config/accounts.tsv", text)
        return configuration.load()
    }

    @Test("Rows are read, with or without a byte order mark, CRLF and a last line end")
    func rows() throws {
        for (head, end) in [("", "\n"), ("\u{FEFF}", "\r\n")] {
            let text =
                head
                + ["account\tname\temail\tphone", "0900000001\tTrần Thị Bình\t\t", "a.b@c\tA\ta@b.vn\t1"].joined(
                    separator: end)
            let site = try #require(load(text).site)
            #expect(site.accounts.count == 2)
            #expect(site.accounts["0900000001"] == Account(name: "Trần Thị Bình", email: "", phone: ""))
            #expect(site.accounts.contains("a.b@c"))
            #expect(load(text + end).problems.isEmpty)
        }
    }

    @Test(
        "A bad row is told by its line, without anything that stands in it",
        arguments: [
            ("0911111111\tTrần Văn Kín\tkin@example.vn", "3 columns"),
            ("0911111111\tTrần Văn Kín\tkin@example.vn\t0911111111\tthừa", "5 columns"),
            ("\tTrần Văn Kín\tkin@example.vn\t0911111111", "column 1"),
            ("../0911111111\tTrần Văn Kín\tkin@example.vn\t0911111111", "column 1"),
            ("0911111111\tTrần Văn\u{1B}[2J Kín\tkin@example.vn\t0911111111", "column 2"),
            ("0911111111\tTrần Văn Kín\tkin@example.vn\nBcc: x\t0911111111", "column"),
            ("0900000001\tTrần Văn Kín\tkin@example.vn\t0911111111", "already in line 2"),
        ])
    func badRows(row: String, says: String) {
        let (site, problems) = load("account\tname\temail\tphone\n0900000001\tA\ta@b.vn\t1\n\(row)\n")
        #expect(site == nil)
        #expect(problems.first?.line == 3)
        #expect(problems.first?.message.contains(says) == true, "\(problems)")
        for secret in ["0911111111", "0900000001", "Kín", "kin@", "Bcc"] {
            #expect(!problems.contains { $0.description.contains(secret) })
        }
    }

    @Test("An address that cannot be one is only a warning, since the rest of the account is good")
    func badAddress() {
        let (site, problems) = load("account\tname\temail\tphone\n0900000001\tA\tkhông có\t1\n")
        #expect(site != nil)
        #expect(problems.map(\.isWarning) == [true])
        #expect(
            problems.first?.description
                == "config/accounts.tsv:2: warning: column 3: expected an e-mail address, or none")
    }

    @Test("Without its header line the file is not what it should be")
    func header() {
        #expect(load("0900000001\tA\ta@b.vn\t1\n").problems.map(\.line) == [1])
        #expect(load("").problems.map(\.line) == [1])
    }

    @Test("Bytes that are not UTF-8 are told by their line")
    func encoding() {
        var configuration = Configurations()
        configuration.put(
            "config/accounts.tsv",
            Array("account\tname\temail\tphone\n0900000001\t".utf8) + [0xC3] + Array("\t\t1\n".utf8))
        #expect(configuration.load().problems.map(\.description) == ["config/accounts.tsv:2: the line is not UTF-8"])
    }
}
