import Delivery
import Dossiers
import Files
import Foundation
import Testing

@Suite("The outbox")
struct OutboxTests {
    @Test(
        "The folder in which a file will appear is there when it is staged, so that it lasts before the commit (FS14)",
        arguments: ["reports/2026-11-30/sla.html", "portal/results/0900000001/CODE/giay-phep.pdf"])
    func FS14_folderBeforeCommit(path: String) throws {
        let site = NSTemporaryDirectory() + "hoso-outbox-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: site) }
        let outbox = Outbox(root: try Folder(path: site))
        _ = try outbox.stage(.report, path: path, claim: "c", position: 0) { try $0.write([1]) }
        let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
        #expect(FileManager.default.fileExists(atPath: "\(site)/\(folder)"))
        #expect(!FileManager.default.fileExists(atPath: "\(site)/\(path)"))
    }
}
