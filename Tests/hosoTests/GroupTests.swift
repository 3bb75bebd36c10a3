import Files
import Foundation
import Glibc
import Testing

/// hoso as its package runs it, and beside it a member of its group who drops and takes; only root can be both.
@Suite("Members of the group", .enabled(if: geteuid() == 0 && Repository.tool("setpriv") != nil))
struct GroupTests {
    private static let hoso: NSNumber = 65534

    private final class Site {
        let path = NSTemporaryDirectory() + "hoso-group-" + UUID().uuidString

        /// With the folders that the package makes, and no other.
        init() throws {
            #expect(try Program.run(["init", path]).status == 0)
            for name in ["Inbox", "Outbox"] { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }
            for name in ["Inbox", "Inbox/online", "Inbox/postal", "Inbox/payments", "Inbox/agencies", "Outbox"] {
                try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: false)
            }
            let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
            let text = try String(contentsOf: settings, encoding: .utf8)
                .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
            try Data(text.utf8).write(to: settings)
            for name in try [""] + FileManager.default.subpathsOfDirectory(atPath: path) {
                let isShared = name.hasPrefix("Inbox") || name.hasPrefix("Outbox")
                try FileManager.default.setAttributes(
                    [.ownerAccountID: GroupTests.hoso, .groupOwnerAccountID: GroupTests.hoso],
                    ofItemAtPath: "\(path)/\(name)")
                if isShared { #expect(unsafe chmod("\(path)/\(name)", 0o2770) == 0) }
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        /// - Parameter groups: which hoso is a member of beside its own.
        func once(groups: String = "--clear-groups") throws -> ChildProcess.Outcome {
            try run("--reuid=65534 --regid=65534 \(groups)", [Program.path(), "--site", path, "once"])
        }

        /// What anybody else does, whose own group is the only one.
        func user(_ number: Int, _ script: String) throws -> ChildProcess.Outcome {
            try run(
                "--reuid=\(number) --regid=\(number) --clear-groups",
                ["/bin/sh", "-euc", "cd \(path); umask 007; \(script)"])
        }

        /// What the portal, the scan desk or an agency's system does, with the rights that any program has by itself.
        func member(_ script: String) throws -> ChildProcess.Outcome {
            try run("--reuid=1 --regid=1 --groups=65534", ["/bin/sh", "-euc", "cd \(path); umask 022; \(script)"])
        }

        private func run(_ user: String, _ words: [String]) throws -> ChildProcess.Outcome {
            try ChildProcess.run(
                executable: try #require(Repository.tool("setpriv")),
                arguments: user.split(separator: " ").map(String.init) + words,
                environment: ["PATH": "/usr/bin:/bin"], outputLimit: 1_000_000, timeout: .seconds(120))
        }

        func mode(_ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions] as? Int
        }
    }

    @Test("A member drops a package, takes the dossier, and answers it; State is closed to him, the metrics to nobody")
    func dropsAndTakes() throws {
        let site = try Site()
        let package = site.path + "-package"
        defer { try? FileManager.default.removeItem(atPath: package) }
        let new = ["new", "submission", "--procedure", "1.004269", "--account", "0900000001", package]
        #expect(try Program.run(["--site", site.path] + new).status == 0)
        #expect(unsafe chmod(package, 0o755) == 0)
        for name in try FileManager.default.contentsOfDirectory(atPath: package) {
            #expect(unsafe chmod("\(package)/\(name)", 0o644) == 0)
        }
        let dropped = try site.member(
            "umask 007; cp -r \(package) Inbox/online/.p; chmod 2770 Inbox/online/.p; mv Inbox/online/.p Inbox/online/p"
        )
        #expect(dropped.status == 0, "\(dropped.said)")
        let taken = try site.once()
        #expect(taken.status == 0, "\(taken.said)")

        let list = try Program.run(["--site", site.path, "list", "--format", "tsv"]).text.split(separator: "\n")
        let code = try #require(list.last?.split(separator: "\t").first)
        let agency = try #require(code.split(separator: "-").first)
        let answer = """
            <acknowledgement xmlns='urn:hoso:package:1' id='a-1' at='$(date -u +%FT%T)+00:00'>\
            <dossier>\(code)</dossier></acknowledgement>
            """
        let answered = try site.member(
            """
            head -c 4 Outbox/agencies/\(agency)/\(code).zip >/dev/null; rm Outbox/agencies/\(agency)/\(code).zip
            echo "\(answer)" >Inbox/agencies/\(agency)/.a; mv Inbox/agencies/\(agency)/.a Inbox/agencies/\(agency)/a.xml
            rm Outbox/notices/*.eml; ! ls State 2>/dev/null
            """)
        #expect(answered.status == 0, "\(answered.said)")
        #expect(try site.once().status == 0)
        let after = try Program.run(["--site", site.path, "list", "--format", "tsv"]).text
        #expect(after.contains("\tprocessing\t"), "\(after)")

        for shared in ["Inbox", "Outbox"] {
            for name in try FileManager.default.subpathsOfDirectory(atPath: "\(site.path)/\(shared)") {
                let status = try FileManager.default.attributesOfItem(atPath: "\(site.path)/\(shared)/\(name)")
                guard status[.type] as? FileAttributeType == .typeDirectory else { continue }
                #expect(status[.posixPermissions] as? Int == 0o2770, "\(shared)/\(name)")
            }
        }
        #expect(try site.mode("State") == 0o700)
        #expect(try site.mode("State/metrics") == 0o755)
        #expect(try site.mode("State/metrics/hoso.prom") == 0o644)
    }

    @Test(
        "OP11 a party with a group of its own drops and takes in its own folders, and neither reads nor writes in another's",
        arguments: ["zip", "folder"])
    func OP11_parties(delivery: String) throws {
        let site = try Site()
        let (portal, agency, code) = (50_001, 50_002, "000.00.12.H34")
        let agencies = URL(fileURLWithPath: site.path + "/config/agencies.xml")
        try Data(
            String(contentsOf: agencies, encoding: .utf8)
                .replacing("code=\"\(code)\"", with: "code=\"\(code)\" delivery=\"\(delivery)\"").utf8
        ).write(to: agencies)
        let given = [
            ("Inbox/online", portal), ("Outbox/portal", portal), ("Inbox/agencies/\(code)", agency),
            ("Outbox/agencies/\(code)", agency),
        ]
        for name in ["", "Inbox", "Inbox/agencies", "Outbox", "Outbox/agencies"] + given.map(\.0) {
            let folder = "\(site.path)/\(name)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let group = given.first { $0.0 == name }?.1
            #expect(unsafe chown(folder, 65534, UInt32(group ?? 65534)) == 0)
            #expect(unsafe chmod(folder, group == nil ? 0o2771 : 0o2770) == 0)
        }
        let package = site.path + "-package"
        defer { try? FileManager.default.removeItem(atPath: package) }
        let new = ["new", "submission", "--procedure", "1.004269", "--account", "0900000001", package]
        #expect(try Program.run(["--site", site.path] + new).status == 0)
        #expect(try Program.run(["--site", site.path, "list"]).status == 0)
        _ = try site.user(0, "chmod -R a+rX \(package)")
        let dropped = try site.user(
            portal, "cp -r \(package) Inbox/online/.p; chmod g+w Inbox/online/.p; mv Inbox/online/.p Inbox/online/p")
        #expect(dropped.status == 0, "\(dropped.said)")
        let taken = try site.once(groups: "--groups=\(portal),\(agency)")
        #expect(taken.status == 0, "\(taken.said)")

        let got = try site.user(
            agency,
            """
            cd Outbox/agencies/\(code); test -n "$(ls)"; cat $(find . -type f) >/dev/null
            test \(delivery) = zip || test -s "$(find . -name 'gcn*.pdf')"; rm -r 000*
            """)
        #expect(got.status == 0, "\(got.said)")
        let state = try site.user(portal, "cat Outbox/portal/*.status.xml")
        #expect(state.status == 0, "\(state.said)")
        for (who, what) in [
            (portal, "ls Outbox"), (portal, "ls Outbox/notices"), (portal, "ls Outbox/agencies/\(code)"),
            (portal, ": >Inbox/agencies/\(code)/x"), (portal, ": >Inbox/payments/x"), (portal, "ls State"),
            (agency, "ls Outbox/portal"), (agency, ": >Inbox/online/x"), (agency, ": >Outbox/agencies/x"),
            (agency, "ls Outbox/agencies/000.00.31.H34"),
        ] {
            #expect(try site.user(who, what).status != 0, "\(who): \(what)")
        }
    }

    @Test("What root looks up for a caller reads the caller's files, where hoso's own user may not look")
    func callersFiles() throws {
        let site = try Site()
        #expect(try site.once().status == 0)
        let home = site.path + "-home"
        defer { try? FileManager.default.removeItem(atPath: home) }
        try FileManager.default.createDirectory(
            atPath: home, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        try FileManager.default.copyItem(atPath: site.path + "/config/calendar.xml", toPath: home + "/lich.xml")
        try Data().write(to: URL(fileURLWithPath: home + "/t.json"))
        for words in [
            ["calendar", "preview", home + "/lich.xml"], ["report", "--html", home + "/r.html"],
            ["report", "--from-tallies", home + "/t.json"],
        ] {
            let outcome = try Program.run(["--site", site.path] + words)
            #expect(outcome.status == 0, "\(words): \(outcome.said)")
        }
        let strange = try Program.run(["--site", site.path, "calendar", "preview", home + "/none.xml"])
        #expect(strange.status == 66 && strange.said.contains("No such file or directory"), "\(strange.said)")
    }

    @Test(
        "Who may not look into the site is told to call hoso with sudo", arguments: ["list", "config check", "doctor"])
    func withoutRights(command: String) throws {
        let site = try Site()
        #expect(try site.once().status == 0)
        func called() throws -> String {
            let outcome = try site.user(50_001, "\(Program.path()) --site . \(command)")
            return outcome.text + outcome.said
        }
        // As the package has it: only the accounts, and State, are closed.
        for name in try ["", "config"]
            + FileManager.default.subpathsOfDirectory(atPath: site.path + "/config").map({ "config/" + $0 })
        where name != "config/accounts.tsv" {
            #expect(unsafe chmod("\(site.path)/\(name)", 0o755) == 0)
        }
        let closed = try called()
        #expect(closed.contains("accounts.tsv") && closed.contains("Call hoso with sudo"), "\(closed)")
        guard command == "list" else { return }
        #expect(unsafe chmod(site.path + "/config/accounts.tsv", 0o644) == 0)
        let state = try called()
        #expect(state.contains("State") && state.contains("call hoso with sudo"), "\(state)")
    }

    @Test(
        "Whatever root calls before the first run, nothing of root's gets among the site's, and the service goes on",
        arguments: [
            "list", "status", "doctor", "ledger verify", "form register", "report", "calendar preview", "once",
            "nightly",
        ])
    func calledByRoot(command: String) throws {
        let site = try Site()
        let outcome = try Program.run(["--site", site.path] + command.split(separator: " ").map(String.init))
        #expect(outcome.status == 0, "\(outcome.said)")
        for name in try FileManager.default.subpathsOfDirectory(atPath: site.path) {
            let status = try FileManager.default.attributesOfItem(atPath: "\(site.path)/\(name)")
            #expect(status[.ownerAccountID] as? NSNumber == Self.hoso, "\(name)")
        }
        let taken = try site.once()
        #expect(taken.status == 0, "\(taken.said)")
    }

    @Test("The doctor tells of a folder in which members may do less than in the one it lies below")
    func doctor() throws {
        let site = try Site()
        #expect(try site.once().status == 0)
        #expect(try !Program.run(["--site", site.path, "doctor"]).text.contains("members of the group"))
        #expect(unsafe chmod(site.path + "/Inbox/agencies/000.00.12.H34", 0o2750) == 0)
        let told = try Program.run(["--site", site.path, "doctor"]).text
        #expect(!told.contains("accounts.tsv"))
        #expect(unsafe chmod(site.path + "/config/accounts.tsv", 0o644) == 0)
        #expect(
            try Program.run(["--site", site.path, "doctor"]).text.contains("everybody may read config/accounts.tsv"))
        #expect(told.contains("may do less in \(site.path)/Inbox/agencies/000.00.12.H34 than in"), "\(told)")
    }
}
