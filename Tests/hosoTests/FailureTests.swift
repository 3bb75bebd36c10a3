import Files
import Foundation
import Testing

@testable import hoso

@Suite("What a failure ends with")
struct FailureTests {
    @Test("A lock that another process holds, as beside another publish, is 75")
    func held() throws {
        let path = NSTemporaryDirectory() + "hoso-failure-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try Folder(path: path)
        let lock = try SiteLock(folder: folder, name: ".hoso-published")
        let refused = #expect(throws: LockHeld.self) { try SiteLock(folder: folder, name: ".hoso-published") }
        #expect(Failure(try #require(refused)).code == .held)
        withExtendedLifetime(lock) {}
    }
}
