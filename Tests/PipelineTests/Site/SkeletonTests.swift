import Dossiers
import Files
import Foundation
import Pipeline
import Testing

@Suite("A package to begin with")
struct SkeletonTests {
    @Test("Whatever its procedure asks for is in it, of the type that it asks for, and no two papers are alike")
    func whole() throws {
        let site = try TestSite()
        let file = "config/procedures/1.004269.xml"
        let text = try site.read(file)
        let end = try #require(text.range(of: "<result>"))
        var more = "<component id=\"TK2\" kind=\"form\"><title>Second form</title></component>"
        for (id, types) in [
            ("J", "jpeg"), ("P", "png"), ("T", "tiff"), ("T2", "tiff"), ("A", "tiff png pdf"), ("a", "pdf"),
        ] {
            more +=
                "<component id=\"\(id)\" kind=\"attachment\" types=\"\(types)\" required=\"true\"><title>\(id)</title></component>"
        }
        let changed = text.replacingCharacters(in: end.lowerBound..<end.lowerBound, with: more)
        try Data(changed.utf8).write(to: URL(fileURLWithPath: "\(site.path)/\(file)"))
        let skeleton = try #require(
            try Skeleton(site: site.path, procedure: "1.004269", account: "0900000001", at: site.now))
        let files = try skeleton.write(to: "\(site.path)/Inbox/online/goi", level: skeleton.level)
        #expect(Set(files).isSuperset(of: ["j.jpg", "p.png", "t.tif", "t2.tif", "a.pdf"]))
        let outcomes = try site.once()
        #expect(outcomes.map(\.state) == ["accepted"], "\(outcomes)")
    }
}
