import Foundation
import Testing

@testable import Files

@Suite("What this process may have open")
struct OpenFilesTests {
    @Test("It is what the kernel says of this process")
    func most() throws {
        let limits = try String(contentsOfFile: "/proc/self/limits", encoding: .utf8).split(separator: "\n")
        let line = try #require(limits.first { $0.hasPrefix("Max open files") })
        let soft = try #require(line.split(separator: " ").dropFirst(3).first)
        #expect(OpenFiles.most == (Int(soft) ?? 1_000_000_000))
    }
}
