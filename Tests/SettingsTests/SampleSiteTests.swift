import Dossiers
import Foundation
import Settings
import Testing

@Suite struct SampleSiteTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("What is built in is what lies in config/, file by file and byte by byte")
    func equalsTheFolder() throws {
        let folder = Self.root.appending(path: "config").resolvingSymlinksInPath()
        let names = try #require(FileManager.default.enumerator(atPath: folder.path))
        var paths: Set<String> = []
        for case let name as String in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            let url = folder.appending(path: name)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            paths.insert("config/\(name)")
            #expect(SampleSite.file("config/\(name)") == [UInt8](try Data(contentsOf: url)), "config/\(name)")
        }
        #expect(Set(SampleSite.files.map(\.path)) == paths)
        #expect(SampleSite.files.count == paths.count)
    }

    @Test("The sample is sound, without so much as a warning")
    func isSound() {
        let (site, problems) = Configurations().load()
        #expect(problems.isEmpty)
        #expect(site != nil)
    }

    @Test("The sample has procedures of the levels 2, 3 and 4, with and without a fee, a co-agency and a form")
    func hasEveryKind() throws {
        let catalogue = try #require(Configurations().load().site).catalogue
        let procedures = catalogue.procedures.values.flatMap { $0 }
        #expect(procedures.count >= 9)
        #expect(Set(procedures.map(\.level)) == [2, 3, 4])
        #expect(procedures.contains { $0.fee?.due == .submission } && procedures.contains { $0.fee?.due == .result })
        #expect(procedures.contains { $0.fee == nil } && procedures.contains { !$0.coAgencies.isEmpty })
        #expect(procedures.contains { $0.central } && procedures.contains { $0.forms.isEmpty })
        #expect(procedures.allSatisfy { catalogue.agencies[$0.agency] != nil })
    }

    @Test("Every file that an office must replace says that it is a sample")
    func saysThatItIsASample() throws {
        for (path, bytes) in SampleSite.files
        where path.hasSuffix(".xml") && !path.contains("/schemas/") && !path.contains("/templates/") {
            #expect(String(decoding: bytes, as: UTF8.self).contains("<!-- Sample (mẫu):"), "\(path)")
        }
    }

    @Test("Every sample agency has its inbox, in the sample's folders and in the repository")
    func inboxes() throws {
        let catalogue = try #require(Configurations().load().site).catalogue
        #expect(Set(catalogue.agencies.keys.map(\.description)) == Set(SampleSite.agencies))
        for folder in SampleSite.folders where !folder.hasPrefix("config/") {
            let values = try Self.root.appending(path: folder).resourceValues(forKeys: [.isDirectoryKey])
            #expect(values.isDirectory == true, "\(folder)")
        }
    }
}
