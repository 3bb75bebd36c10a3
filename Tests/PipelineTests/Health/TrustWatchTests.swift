import Files
import Foundation
import Testing

@testable import Pipeline

@Suite("Watching config/trust/")
struct TrustWatchTests {
    private static let second = 1_000_000_000

    @Test("A file that is gone for a moment while it is replaced changes nothing until the new one has stood still")
    func replaced() throws {
        let path = NSTemporaryDirectory() + "hoso-trust-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try Folder(path: path, create: true)
        func marks() throws -> TrustWatch.Marks {
            try Dictionary(
                uniqueKeysWithValues: folder.entries().map { ($0.description, try #require(try folder.status(of: $0))) }
            )
        }
        try folder.replaceDurably("a.crl", with: [1])
        var watch = TrustWatch(try marks())
        #expect(try !watch.hasSettled(marks(), steady: 0))
        try folder.remove("a.crl")
        #expect(try !watch.hasSettled(marks(), steady: 1 * Self.second))
        try folder.replaceDurably("a.crl", with: [2, 3])
        #expect(try !watch.hasSettled(marks(), steady: 9 * Self.second))
        #expect(try !watch.hasSettled(marks(), steady: 10 * Self.second))
        #expect(try watch.hasSettled(marks(), steady: 11 * Self.second))
        #expect(try !watch.hasSettled(marks(), steady: 99 * Self.second))
    }
}
