import Files
import Foundation
import Intake
import Testing

@Suite("Settling")
struct SettlingTests {
    private func stamp(_ size: Int) throws -> Stamp {
        let path = NSTemporaryDirectory() + "hoso-stamp-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data(repeating: 1, count: size).write(to: URL(fileURLWithPath: path + "/a"))
        return Stamp(try #require(try Folder(path: path).status(of: FileName.literal("a"))))
    }

    @Test("Quiet is counted on our own clock, and begins anew with every change")
    func FS9_quiet() throws {
        var settling = Settling<String>()
        let (one, two) = (try stamp(1), try stamp(2))
        settling.beginScan()
        #expect(settling.observe("a", stamps: [one], now: 10) == 10)
        settling.endScan()
        settling.beginScan()
        #expect(settling.observe("a", stamps: [one], now: 20) == 10)
        settling.endScan()
        settling.beginScan()
        #expect(settling.observe("a", stamps: [two], now: 30) == 30)
        settling.endScan()
        settling.beginScan()
        settling.endScan()
        settling.beginScan()
        #expect(settling.observe("a", stamps: [two], now: 50) == 50)
    }
}
