import Files
import Foundation
import Testing

/// With a program in the mail program's place; `MailServerTests` ask a real one.
@Suite("Mail")
struct MailTests {
    /// A site with two forms in its inbox, whose mail program is the script.
    private func site(sendmail script: String) throws -> String {
        let path = NSTemporaryDirectory() + "hoso-mail-" + UUID().uuidString
        #expect(try Program.run(["init", path]).status == 0)
        let program = path + "/sendmail"
        try Data("#!/bin/sh\nhere='\(path)'\n\(script)\n".utf8).write(to: URL(fileURLWithPath: program))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let settings = URL(fileURLWithPath: path + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
            .replacing(
                "from=\"motcua@kontum.gov.vn\"", with: "from=\"motcua@kontum.gov.vn\" sendmail=\"\(program) -t -i\"")
        try Data(text.utf8).write(to: settings)
        for id in ["s-1", "s-2"] {
            try Data(SampleForm.submission(id).utf8)
                .write(to: URL(fileURLWithPath: path + "/Inbox/online/\(id).xml"))
        }
        return path
    }

    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test("OP2 each notice goes out once, with the null sender, marked as made by a machine")
    func OP2_sent() throws {
        let path = try site(sendmail: "echo \"$*\" >>\"$here/args\"; cat >>\"$here/sent\"")
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try Program.run(["--site", path, "once"]).status == 0)
        #expect(try Program.run(["--site", path, "mail"]).status == 0)
        let arguments = try String(contentsOfFile: path + "/args", encoding: .utf8)
        #expect(arguments == "-t -i -f <>\n-t -i -f <>\n")
        let sent = try String(contentsOfFile: path + "/sent", encoding: .utf8)
        #expect(sent.components(separatedBy: "Auto-Submitted: auto-generated").count == 3)
        #expect(try names(path + "/State/mail").isEmpty)
        #expect(try names(path + "/Outbox/notices").count == 2)
    }

    @Test("A letter that is not taken waits, keeps no other back, and is sent the next time")
    func waits() throws {
        let path = try site(
            sendmail: """
                cat >"$here/letter"
                if grep -q 'Message-ID: .*H34-[0-9]*-0001' "$here/letter" && [ ! -e "$here/mended" ]; then exit 75; fi
                cat "$here/letter" >>"$here/sent"
                """)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let once = try Program.run(["--site", path, "once"])
        #expect(once.status == 0)
        #expect(once.said.contains("warning mailWaits: "), "\(once.said)")
        #expect(try names(path + "/State/mail").count == 1)
        #expect(try String(contentsOfFile: path + "/sent", encoding: .utf8).contains("-0002"))
        #expect(try Program.run(["--site", path, "mail"]).status == 1)
        try Data().write(to: URL(fileURLWithPath: path + "/mended"))
        #expect(try Program.run(["--site", path, "mail"]).status == 0)
        #expect(try names(path + "/State/mail").isEmpty)
    }

    @Test("A mail program that is not there keeps no dossier from being taken in")
    func absent() throws {
        let path = try site(sendmail: "")
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.removeItem(atPath: path + "/sendmail")
        #expect(try Program.run(["--site", path, "once"]).status == 0)
        #expect(try names(path + "/State/mail").count == 2)
        #expect(try Program.run(["--site", path, "mail"]).status == 1)
    }
}
