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

    @Test(
        "A look through the outbox tells up to which numbers codes are in its names, and which of them are its owner's")
    func numbers() throws {
        let site = NSTemporaryDirectory() + "hoso-outbox-" + UUID().uuidString
        for folder in ["notices", "agencies/A"] {
            try FileManager.default.createDirectory(atPath: "\(site)/\(folder)", withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(atPath: site) }
        let names = [
            "notices/20261123T070000Z-000.00.12.H34-261123-0003-receipt-115.eml",
            "agencies/A/000.00.12.H34-261123-0002.zip",
            "agencies/A/000.00.12.H34-261124-12345.2.zip", "agencies/A/000.00.13.H34-261124-0001.json",
            "agencies/A/.hoso-x#0", "agencies/A/.000.00.12.H34-261123-0009.zip",
            "agencies/A/000.00.12.H34-261123-009.zip",
            "agencies/A/-", "agencies/A/000.00.12.H34-261123-",
        ]
        for name in names { try Data().write(to: URL(fileURLWithPath: "\(site)/\(name)")) }
        let outbox = Outbox(root: try Folder(path: site))
        let paths = ["notices", "agencies/A"]
        var found: Set<String> = []
        for (agency, days) in try outbox.survey(below: paths).numbers {
            for (day, number) in days { found.insert("\(DossierCode(agency: agency, day: day, number: number))") }
        }
        #expect(
            found == ["000.00.12.H34-261123-0003", "000.00.12.H34-261124-12345", "000.00.13.H34-261124-0001"])
        #expect(try Set(outbox.ownCodes(below: paths).map(\.description)) == found.union(["000.00.12.H34-261123-0002"]))
    }
}
