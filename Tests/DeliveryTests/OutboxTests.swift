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

    @Test(
        "An id that begins like a code passes for none in any name, since whoever sends it chooses it",
        arguments: [
            "notices/20261123T070000Z-000.00.12.H34-261123-999999999-x-refusal-5.eml",
            "notices/20261123T070000Z-000.00.12.H34-261123-999999999-receipt-refusal-5.eml",
            "notices/20261123T070000Z-000.00.12.H34-261123-999999999-feedback-5.eml",
            "notices/20261123T070000Z-000.00.12.H34-261123-999999999-agencyAnswer-5.eml",
            "portal/000.00.12.H34-261123-999999999-x.status.xml",
            "portal/000.00.12.H34-261123-999999999.x.status.xml",
            "portal/results/000.00.12.H34-261123-999999999",
        ])
    func OP9_idLikeCode(name: String) throws {
        let site = NSTemporaryDirectory() + "hoso-outbox-" + UUID().uuidString
        let url = URL(fileURLWithPath: "\(site)/\(name)")
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: site) }
        try Data().write(to: url)
        let ours = name.hasPrefix("notices/") ? "20261123T070000Z-000.00.12.H34-261123-0002-receipt-6.eml" : nil
        if let ours { try Data().write(to: folder.appendingPathComponent(ours)) }
        let outbox = Outbox(root: try Folder(path: site))
        let path = String(folder.path.dropFirst(site.count + 1))
        #expect(try outbox.survey(below: [path]).numbers.values.flatMap(\.values) == (ours == nil ? [] : [2]))
        #expect(try outbox.ownCodes(below: [path]).map(\.number) == (ours == nil ? [] : [2]))
    }

    @Test(
        "The letters that tell how far the ledger went are those of the office, and none that an agency lays beside its dossiers",
        arguments: [("notices", 17), ("incidents", 17), ("agencies/A", 0)])
    func OP11_lettersOfOthers(folder: String, told: Int) throws {
        let site = NSTemporaryDirectory() + "hoso-outbox-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: "\(site)/\(folder)", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: site) }
        let name = "20261123T081502Z-000.00.12.H34-261123-0001-receipt-17.eml"
        try Data().write(to: URL(fileURLWithPath: "\(site)/\(folder)/\(name)"))
        #expect(try Outbox(root: Folder(path: site)).survey(below: [folder]).lastTold == told)
    }

    @Test(
        "What is no whole name of a letter tells nothing of the ledger, whatever number it ends in",
        arguments: ["x-receipt-999999.eml", "báo-cáo-2026.eml", "20261123T081502Z-A-receipt-999999.eml.bak"])
    func OP11_noLetter(name: String) throws {
        let site = NSTemporaryDirectory() + "hoso-outbox-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: "\(site)/notices", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: site) }
        try Data().write(to: URL(fileURLWithPath: "\(site)/notices/\(name)"))
        #expect(try Outbox(root: Folder(path: site)).survey(below: ["notices"]).lastTold == 0)
    }

    @Test("Nor does a letter's name on what another user laid there", .enabled(if: geteuid() == 0))
    func OP11_othersLetter() throws {
        let site = NSTemporaryDirectory() + "hoso-outbox-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: "\(site)/notices", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: site) }
        for (number, owner) in [(17, geteuid()), (999_999, 65534)] {
            let name = "\(site)/notices/20261123T081502Z-000.00.12.H34-261123-0001-receipt-\(number).eml"
            try Data().write(to: URL(fileURLWithPath: name))
            #expect(unsafe chown(name, owner, owner) == 0)
        }
        #expect(try Outbox(root: Folder(path: site)).survey(below: ["notices"]).lastTold == 17)
    }

    @Test("FS1 FS3 A link or pipe that a reader laid under a code's name keeps no start from looking at the others")
    func FS1_FS3_strangeNames() throws {
        let site = NSTemporaryDirectory() + "hoso-outbox-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: "\(site)/agencies/A", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: site) }
        let start = "\(site)/agencies/A/000.00.12.H34-261123-"
        try FileManager.default.createSymbolicLink(atPath: "\(start)0001.zip", withDestinationPath: "nowhere")
        #expect(unsafe mkfifo("\(start)0002.zip", 0o600) == 0)
        try Data().write(to: URL(fileURLWithPath: "\(start)0003.zip"))
        let outbox = Outbox(root: try Folder(path: site))
        #expect(try outbox.ownCodes(below: ["agencies/A"]).map(\.number) == [3])
    }
}
