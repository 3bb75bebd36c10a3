import Files
import Foundation
import Testing

@Suite("Publishing on the command line")
struct PublishCommandTests {
    /// The demonstration's site and what is published of it, gone with the test.
    private func withPublished(_ body: (_ site: String, _ web: String) throws -> Void) throws {
        let site = NSTemporaryDirectory() + "hoso-publish-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: site) }
        #expect(try Program.run(["demo", site]).status == 0)
        let outcome = try Program.run(["--site", site, "publish", site + "/web"])
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(outcome.text.contains("dossiers can be looked up in \(site)/web: "))
        try body(site, site + "/web")
    }

    @Test("What was published is there, and published again nothing changes")
    func again() throws {
        try withPublished { site, web in
            #expect(FileManager.default.fileExists(atPath: web + "/vi/guide.html"))
            let again = try Program.run(["--site", site, "publish", web])
            #expect(again.text.contains(": 0 files written, "))
        }
    }

    @Test("A web server that is another user may read everything, though the program keeps others out of what it makes")
    func readable() throws {
        try withPublished { _, web in
            for name in FileManager.default.subpaths(atPath: web) ?? [] where !name.hasPrefix(".") {
                let mode = try FileManager.default.attributesOfItem(atPath: "\(web)/\(name)")[.posixPermissions] as? Int
                #expect((mode ?? 0) & 0o044 == 0o044, "\(name)")
                #expect(!name.hasSuffix(".part"), "\(name)")
            }
        }
    }

    @Test("A folder is asked for, and one that holds something else is said")
    func mistakes() throws {
        try withPublished { site, _ in
            #expect(try Program.run(["--site", site, "publish"]).status == 64)
            let outcome = try Program.run(["--site", site, "publish", site])
            #expect(outcome.status == 64)
            #expect(outcome.said.contains("holds files and no published site"))
        }
    }

    @Test(
        "A folder in the site's own is refused, by whatever way it is named",
        arguments: ["Inbox/online", "Outbox", "State", "config"])
    func ownFolders(folder: String) throws {
        let site = NSTemporaryDirectory() + "hoso-publish-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: site) }
        #expect(try Program.run(["init", site]).status == 0)
        #expect(try Program.run(["--site", site, "once"]).status == 0)
        try FileManager.default.createSymbolicLink(atPath: site + "/link", withDestinationPath: "\(site)/\(folder)")
        // Behind a link, `..` is the parent of where it leads.
        let aside = NSTemporaryDirectory() + "hoso-aside-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: aside) }
        try FileManager.default.createDirectory(atPath: aside, withIntermediateDirectories: true)
        let inside = "\(site)/\(folder)/there"
        try FileManager.default.createDirectory(atPath: inside, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: aside + "/n", withDestinationPath: inside)
        for path in [
            "\(site)/\(folder)/web", "\(site)/config/../\(folder)/a/b", "\(site)/link/web", "\(aside)/n/../web",
        ] {
            let outcome = try Program.run(["--site", site, "publish", path])
            #expect(outcome.status == 64, "\(path)")
            #expect(outcome.said.contains("which is hoso's"), "\(outcome.said)")
            #expect(!FileManager.default.fileExists(atPath: path))
        }
        #expect(try Program.run(["--site", site, "publish", "\(site)/web/../\(folder)/a"]).status == 64)
        #expect(try Program.run(["--site", site, "publish", site + "/Inbox-web"]).status == 0)
    }

    /// Whether there is a browser and what drives it.
    private static let canLook =
        Repository.tool("chromium") != nil
        && (try? ChildProcess.run(
            executable: "/usr/bin/env", arguments: ["python3", "-c", "import playwright"],
            environment: ProcessInfo.processInfo.environment, timeout: .seconds(60)
        ).status) == 0

    /// One page of each kind; `make look` has them all looked at.
    @Test(
        "Headless Chromium finds nothing wrong on phone, tablet and desk, by eye, keyboard and screen reader",
        .enabled(if: canLook, "Chromium or playwright (pip install playwright) is not installed"))
    func chromium() throws {
        try withPublished { _, web in
            let script = Repository.root.appendingPathComponent("Tests/interop/look-at-site.py").path
            let outcome = try ChildProcess.run(
                executable: "/usr/bin/env", arguments: ["python3", script, web, "--kinds"],
                environment: ProcessInfo.processInfo.environment, outputLimit: 10_000_000, timeout: .seconds(1800))
            #expect(outcome.status == 0, "\(outcome.text.suffix(3000))\(outcome.said.suffix(1000))")
        }
    }
}
