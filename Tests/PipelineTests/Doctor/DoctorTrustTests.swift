import Dossiers
import Foundation
import Pipeline
import Signatures
import Testing

@Suite("The doctor on openssl and the trust store")
struct DoctorTrustTests {
    private static let pki = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../SignaturesTests/Fixtures/pki").standardized

    private func findings(_ site: TestSite, _ subject: String, openssl: OpenSSL? = .installed) throws -> [Diagnosis] {
        try Doctor.examine(site: site.path, now: site.now, openssl: openssl).filter { $0.subject == subject }
    }

    /// Puts fixtures, one after the other, into a file of the site's trust store.
    private func put(_ site: TestSite, _ file: String, _ fixtures: [String]) throws {
        let target = URL(filePath: "\(site.path)/config/trust/\(file)")
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        let bytes = try fixtures.map { try Data(contentsOf: Self.pki.appending(path: "\($0).pem")) }
        try bytes.reduce(Data(), +).write(to: target)
    }

    private func require(_ site: TestSite, _ policy: String) throws {
        let text = try site.read("config/procedures/1.004269.xml")
            .replacing("code=\"1.004269\"", with: "code=\"1.004269\" require=\"\(policy)\"")
        try Data(text.utf8).write(to: URL(filePath: "\(site.path)/config/procedures/1.004269.xml"))
    }

    @Test("A store of which all is in date is well, and counted")
    func sound() throws {
        let site = try TestSite()
        try put(site, "root.pem", ["anchors"])
        try put(site, "intermediates/ca.pem", ["intermediates"])
        try put(site, "all.crl", ["crls"])
        let found = try findings(site, "trust")
        #expect(found.map(\.grade) == [.ok])
        #expect(found[0].text == "1 anchor, 1 below them, 2 revocation lists, all in date")
    }

    @Test(
        "What is out of date is told with its file, wherever in the store and in the file it stands",
        arguments: [
            ("bundle.pem", ["anchors", "expired-rsa2048.cert"], "expired at 2022-01-01T07:00:00+07:00"),
            ("intermediates/ca.pem", ["expired-rsa2048.cert"], "expired at 2022-01-01T07:00:00+07:00"),
            ("soon.pem", ["not-yet-valid.cert"], "holds only from 2035-01-01T07:00:00+07:00 on"),
            ("all.crl", ["root.crl", "outdated.crl"], "was to be renewed by 2026-02-01T07:00:00+07:00"),
        ])
    func outOfDate(file: String, fixtures: [String], fault: String) throws {
        let site = try TestSite()
        try put(site, "root.pem", ["anchors"])
        try put(site, file, fixtures)
        let found = try findings(site, "trust")
        #expect(found.map(\.grade) == [.warning])
        let text = try #require(found.first?.text)
        #expect(text.hasPrefix("config/trust/\(file): ") && text.contains(fault), "\(text)")
    }

    @Test("One expired certificate is told of each file that holds it, and of each once")
    func twice() throws {
        let site = try TestSite()
        try put(site, "bundle.pem", ["anchors", "expired-rsa2048.cert", "expired-rsa2048.cert"])
        try put(site, "intermediates/old.pem", ["expired-rsa2048.cert"])
        let found = try findings(site, "trust")
        #expect(
            found.map { $0.text.prefix { $0 != ":" } } == [
                "config/trust/bundle.pem", "config/trust/intermediates/old.pem",
            ])
    }

    @Test("A file that is no certificate is told, with what was expected")
    func unusable() throws {
        let site = try TestSite()
        try Data("no certificate".utf8).write(to: URL(filePath: "\(site.path)/config/trust/ca.pem"))
        let found = try findings(site, "trust")
        #expect(found.map(\.grade) == [.warning])
        #expect(found[0].text.hasPrefix("config/trust/ca.pem cannot be used: "))
    }

    @Test("Anchors without a revocation list are a failure where trust is asked for, and nothing where it is not")
    func noLists() throws {
        let site = try TestSite()
        try put(site, "root.pem", ["anchors"])
        #expect(try findings(site, "trust").map(\.grade) == [.ok])
        try require(site, "trusted")
        #expect(try findings(site, "trust").map(\.grade) == [.failure])
    }

    @Test("The openssl that is told is the one that judges, wherever along PATH it lies")
    func executable() throws {
        let site = try TestSite()
        let folder = "\(site.path)/bin"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("#!/bin/sh\necho 'OpenSSL 9.9.9 1 Jan 2099'\n".utf8).write(to: URL(filePath: "\(folder)/openssl"))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/openssl")
        let own = try #require(OpenSSL.find(along: "\(folder):/usr/bin"))
        let found = try findings(site, "openssl", openssl: own)
        #expect(found.map(\.grade) == [.ok])
        #expect(found[0].text == "\(folder)/openssl: OpenSSL 9.9.9 1 Jan 2099")
    }

    @Test("A machine without openssl is a failure where validity is asked for")
    func noOpenSSL() throws {
        let site = try TestSite()
        try require(site, "valid")
        let found = try findings(site, "openssl", openssl: nil)
        #expect(found.map(\.grade) == [.failure])
        #expect(found[0].text.contains("dossiers are held"))
    }
}
