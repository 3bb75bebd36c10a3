import Bytes
import Documents
import Files
import Foundation
import Intake
import Settings
import Testing

@testable import Pipeline

/// What the processes that read untrusted bytes may use, and how often one may be lost.
@Suite("The limits of reading apart")
struct ReadingLimitsTests {
    private let path = NSTemporaryDirectory() + "hoso-limits-" + UUID().uuidString

    /// Asks a process of its own what a form needs that names a thousand attachments.
    private func needs(_ limits: Limits) throws -> Int {
        let folder = try Folder(path: path, create: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let attachments = (0..<100).map { "<attachment component=\"A\" file=\"attachment-\($0).pdf\"/>" }.joined()
        let padding = String(repeating: "<field name=\"a\">b</field>", count: 20_000)
        let form = """
            <submission xmlns="urn:hoso:package:1" id="a"><form component="B">\(padding)</form>\
            <attachments>\(attachments)</attachments></submission>
            """
        try Data(form.utf8).write(to: URL(filePath: "\(path)/a.xml"))
        let schema = try XMLSchema(try #require(SampleSite.file("config/schemas/package.xsd")), name: "package.xsd")
        let process = try ReadingProcess(executable: Program.path(), schema: schema, limits: limits, roots: [folder])
        let answer = try process.ask(
            .needs(form: "a.xml"), lending: folder, seconds: limits.readSeconds)
        guard case .needs(let needs) = answer else { return 0 }
        return needs.files.count
    }

    @Test(
        "One that has too little memory, or answers too much, is lost and not believed",
        arguments: [\Limits.readMemory, \Limits.answerBytes] as [any WritableKeyPath<Limits, Int> & Sendable])
    func lost(path: any WritableKeyPath<Limits, Int> & Sendable) throws {
        #expect(try needs(Limits()) >= 100)
        var limits = Limits()
        limits[keyPath: path] = 1_000
        #expect(throws: CompanionLost.self) { try needs(limits) }
    }
}
