import Files
import Foundation
import Intake
import Testing

@Suite("What is known of a name in an inbox folder")
struct SightingTests {
    private func stamp(_ size: Int) throws -> Stamp {
        let path = NSTemporaryDirectory() + "hoso-stamp-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data(repeating: 1, count: size).write(to: URL(fileURLWithPath: path + "/a"))
        return Stamp(try #require(try Folder(path: path).status(of: FileName.literal("a"))))
    }

    @Test("Quiet is counted on our own clock, and begins anew with every change")
    func FS9_quiet() throws {
        let (one, two) = (try stamp(1), try stamp(2))
        var sighting = Sighting(.scan, one, now: 10)
        sighting.observe(.scan, one, now: 20)
        #expect(sighting.since == 10)
        sighting.observe(.scan, two, now: 30)
        #expect(sighting.since == 30)
        sighting.observe(.scan, two, now: 50)
        #expect(sighting.since == 30)
        sighting.observe(.folder, two, now: 60)
        #expect(sighting.since == 60)
    }

    @Test("Files together look the same only where each looks the same and stands in its place")
    func together() throws {
        let (one, two) = (try stamp(1), try stamp(2))
        #expect(Stamp(of: [one, two]) == Stamp(of: [one, two]))
        #expect(Set([Stamp(of: [one, two]), Stamp(of: [two, one]), Stamp(of: [one]), Stamp(of: []), one]).count == 5)
    }
}
