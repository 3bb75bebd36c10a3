import Files
import Foundation
import Testing

@testable import Signatures

@Suite("The folder for files that openssl reads")
struct ScratchTests {
    private let below = NSTemporaryDirectory() + "hoso-scratches-" + UUID().uuidString

    private func names() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: below)) }

    /// Puts a folder there with a file in it, as it was left so many hours ago.
    private func leave(_ name: String, hours: Int, hasLock: Bool = true) throws {
        let path = "\(below)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("a certificate".utf8).write(to: URL(filePath: "\(path)/0"))
        if hasLock { try Data().write(to: URL(filePath: "\(path)/lock")) }
        try age(name, hours)
    }

    private func age(_ name: String, _ hours: Int) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -3600 * Double(hours))], ofItemAtPath: "\(below)/\(name)")
    }

    @Test("What a run that was killed left goes with the next; what is young, of others or still held stays")
    func sweep() throws {
        try FileManager.default.createDirectory(atPath: below, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: below) }
        let others = ["hoso-site-1a", "hoso-12", "nothoso-12-1a"]
        for name in ["hoso-12-1a2b3c"] + others { try leave(name, hours: 2) }
        try leave("hoso-13-young", hours: 0)
        try leave("hoso-14-1a", hours: 2, hasLock: false)
        let held = try Scratch(below: below)
        let kept = try names()
        #expect(!kept.contains("hoso-12-1a2b3c"))
        for name in kept where name.hasPrefix("hoso-\(getpid())-") { try age(name, 2) }
        let second = try Scratch(below: below)
        #expect(try names().isSuperset(of: others + ["hoso-13-young", "hoso-14-1a"]))
        #expect(try names().count == kept.count + 1)
        withExtendedLifetime((held, second)) {}
    }

    @Test("It is gone with the last that holds it")
    func gone() throws {
        try FileManager.default.createDirectory(atPath: below, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: below) }
        do {
            let scratch = try Scratch(below: below)
            #expect(scratch.keep([1, 2, 3]) != nil)
            #expect(try names().count == 1)
        }
        #expect(try names().isEmpty)
    }
}
