import Files
import Foundation
import Selftests
import Testing

@Suite("Fuzzing")
struct FuzzerTests {
    @Test("A process that ends over its tries is narrowed to one, whose bytes are kept")
    func narrowing() throws {
        let found = NSTemporaryDirectory() + "hoso-found-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: found) }
        var said: [String] = []
        let fuzzer = Fuzzer(program: "/bin/false", folders: [], found: found) { said.append($0) }
        #expect(try fuzzer.run(minutes: 0.0001, targets: [.ledger], seed: 7) == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: found) == ["ledger-7-0.bin"])
        #expect(said.contains { $0.hasPrefix("ledger: try 0 of seed 7") })
    }
}
