import Bytes
import Documents
import Files
import Foundation
import Pipeline
import Settings
import Testing

@Suite("What leaves, by its schemas")
struct LeavingDocumentsTests {
    private func problems(_ bytes: [UInt8], by name: String) throws -> [String] {
        let schema = try XMLSchema(try #require(SampleSite.file("config/schemas/" + name)), name: name)
        return try XMLDocument.parse(bytes, limits: Limits()).problems(against: schema, limits: Limits()).map {
            "\($0)"
        }
    }

    private static let python = "/usr/bin/python3"

    @Test(
        "Every manifest and every state of the demonstration is valid",
        .enabled(if: FileManager.default.isExecutableFile(atPath: python)))
    func demonstration() throws {
        let path = NSTemporaryDirectory() + "hoso-leaving-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try Demo(folder: path).run { _ in }
        let states = try Folder(path: path + "/Outbox/portal")
        var count = 0
        for name in try states.entries() where name.suffix == "xml" {
            count += 1
            #expect(try problems(states.readAll(name, limit: 1_000_000), by: "status.xsd").isEmpty, "\(name)")
        }
        #expect(count > 10)
        let agencies = try Folder(path: path + "/Outbox/agencies")
        var signatures = 0
        count = 0
        for agency in try agencies.entries() {
            let folder = try agencies.folder(agency)
            for name in try folder.entries() where name.suffix == "zip" {
                count += 1
                // Our own reader takes no archive with folders in it, and what came later lies in some.
                let manifest = try ChildProcess.run(
                    executable: Self.python,
                    arguments: [
                        "-c",
                        "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read('manifest.xml'))",
                        "\(folder.path)/\(name)",
                    ], timeout: .seconds(60)
                ).output
                #expect(try problems(manifest, by: "delivery.xsd").isEmpty, "\(name)")
                if String(decoding: manifest, as: UTF8.self).contains("<signature ") { signatures += 1 }
            }
        }
        #expect(count > 5 && signatures > 0)
    }
}
