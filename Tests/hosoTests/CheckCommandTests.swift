import Files
import Foundation
import Testing

@Suite("hoso check of signatures")
struct CheckCommandTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../SignaturesTests/Fixtures").standardized

    private static func pdf(_ name: String) -> String { fixtures.appending(path: "pdf/\(name).pdf").path }

    /// A folder as `config/trust` is, removed after `body`.
    private func withTrust(_ body: (String) throws -> Void) throws {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appending(path: "hoso-check-\(UUID().uuidString)")
        try manager.createDirectory(at: folder.appending(path: "intermediates"), withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: folder) }
        for (name, place) in [
            ("anchors", "anchors.pem"), ("intermediates", "intermediates/ca.pem"), ("crls", "all.crl"),
        ] {
            try manager.copyItem(
                at: Self.fixtures.appending(path: "pki/\(name).pem"), to: folder.appending(path: place))
        }
        try body(folder.path)
    }

    private func objects(_ outcome: ChildProcess.Outcome) throws -> [[String: Any]] {
        try outcome.output.split(separator: 10).map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        }
    }

    private static let path = ["PATH": "/usr/bin:/bin"]

    @Test("With anchors each file gets the word for the lowest of its signatures")
    func words() throws {
        try withTrust { trust in
            let files = [
                "signed-bb-rsa", "signed-two-second-expired", "flipped-signature-byte", "after-trailing-newline",
            ]
            let outcome = try Program.run(
                ["check", "--format", "json", "--trust", trust] + (files + ["field-unsigned"]).map(Self.pdf),
                environment: Self.path)
            let objects = try objects(outcome)
            #expect(
                objects.compactMap { $0["signature"] as? String } == [
                    "trusted", "valid", "intact", "present-broken", "absent",
                ])
            #expect(objects.allSatisfy { $0["kind"] as? String == "pdf" && $0["intake"] as? String == "accept" })
            let first = try #require((objects[0]["signatures"] as? [[String: Any]])?.first)
            for fact in ["present", "intact", "valid", "trusted"] {
                #expect((first[fact] as? [String: Any])?["outcome"] as? String == "passed")
            }
            #expect(first["covers"] as? String == "whole")
            for time in ["signedAt", "notBefore", "notAfter"] {
                #expect((first[time] as? String)?.hasSuffix("+07:00") == true)
            }
            #expect(first["indication"] as? String == "TOTAL-PASSED")
        }
    }

    @Test("Without anchors, or without openssl, nothing is trusted, and the reason is named")
    func notKnown() throws {
        let plain = try objects(
            Program.run(["check", "--format", "json", Self.pdf("signed-bb-rsa")], environment: Self.path))
        #expect(plain.first?["signature"] as? String == "valid")
        try withTrust { trust in
            let arguments = ["check", "--format", "json", "--trust", trust, Self.pdf("signed-bb-rsa")]
            let bare = try objects(Program.run(arguments, environment: ["PATH": "/nowhere"]))
            #expect(bare.first?["signature"] as? String == "intact")
            let signature = try #require((bare.first?["signatures"] as? [[String: Any]])?.first)
            #expect((signature["valid"] as? [String: Any])?["reason"] as? String == "no-openssl")
        }
    }

    @Test("In Vietnamese it says who signed, when, and whether it holds")
    func vietnamese() throws {
        try withTrust { trust in
            let outcome = try Program.run(
                ["check", "--trust", trust, "--lang", "vi", Self.pdf("signed-bb-rsa")], environment: Self.path)
            for words in ["HỢP LỆ (TOTAL-PASSED)", "Người ký: Nguyễn Văn An", "Thời hạn chứng thư", "không bị thu hồi"]
            {
                #expect(outcome.text.contains(words))
            }
        }
    }

    @Test("The XML report has an indication for each signature")
    func etsi() throws {
        try withTrust { trust in
            let outcome = try Program.run(
                ["check", "--trust", trust, "--format", "etsi", Self.pdf("signed-two-second-expired")],
                environment: Self.path)
            #expect(outcome.text.contains("urn:etsi:019102:mainindication:total-passed"))
            #expect(outcome.text.contains("urn:etsi:019102:subindication:OUT_OF_BOUNDS_NO_POE"))
        }
    }

    @Test("A file among those trusted that cannot be used is told, and the rest holds")
    func trustProblems() throws {
        try withTrust { trust in
            try Data("nothing".utf8).write(to: URL(filePath: trust).appending(path: "torn.pem"))
            let outcome = try Program.run(
                ["check", "--format", "json", "--trust", trust, Self.pdf("signed-bb-rsa")], environment: Self.path)
            #expect(outcome.said.contains("torn.pem"))
            #expect(try objects(outcome).first?["signature"] as? String == "trusted")
        }
    }
}
