import Dossiers
import Files
import Foundation
import Settings
import Testing

@Suite struct ConfigurationFilesTests {
    /// A folder of its own with the sample in it, removed afterwards.
    private func withSite(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hoso-settings-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, bytes) in SampleSite.files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        try body(folder)
    }

    @Test("A site on the disk is read like the one in memory, whatever else lies there")
    func readsFromTheDisk() throws {
        try withSite { folder in
            let config = folder.appending(path: "config")
            for name in [
                ".hoso.xml.swp", "hoso.xml~", "notes.txt", "procedures/.2.000488.xml", "procedures/old.xml~",
                "trust/a.pem",
            ] {
                try FileManager.default.createDirectory(
                    at: config.appending(path: name).deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data("nonsense".utf8).write(to: config.appending(path: name))
            }
            let (site, problems) = SiteLoader.load(try Folder(path: folder.path))
            #expect(problems.isEmpty, "\(problems)")
            #expect(site?.folders.inbox == folder.path + "/Inbox")
            #expect(site?.catalogue.procedures.count == Configurations().load().site?.catalogue.procedures.count)
        }
    }

    @Test("A file that is a symbolic link is not followed, and told by its name")
    func FS1_symbolicLinkIsTold() throws {
        try withSite { folder in
            let file = folder.appending(path: "config/calendar.xml")
            try FileManager.default.moveItem(at: file, to: folder.appending(path: "elsewhere.xml"))
            try FileManager.default.createSymbolicLink(
                at: file, withDestinationURL: folder.appending(path: "elsewhere.xml"))
            let (site, problems) = SiteLoader.load(try Folder(path: folder.path))
            #expect(site == nil)
            #expect(problems.map(\.file) == ["config/calendar.xml"])
            #expect(problems.first?.message.hasPrefix("cannot be read") == true)
        }
    }

    @Test("A site without config/ is told so")
    func noConfiguration() throws {
        try withSite { folder in
            try FileManager.default.removeItem(at: folder.appending(path: "config"))
            let (site, problems) = SiteLoader.load(try Folder(path: folder.path))
            #expect(site == nil)
            #expect(problems.map(\.file) == ["config"])
        }
    }
}
