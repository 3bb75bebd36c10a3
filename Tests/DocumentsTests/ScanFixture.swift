import Bytes
import Foundation

/// Files under `Fixtures`, each named for what it is.
enum ScanFixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: folder.appending(path: path)))
    }

    static func source(_ path: String) throws -> MemorySource { MemorySource(try bytes(path)) }

    static func names(in kind: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path)) ?? [])
            .filter { !$0.hasPrefix(".") }.sorted()
    }
}

extension [UInt8] {
    /// The bytes with the first `old` made `new`.
    func replacing(_ old: String, with new: String) -> [UInt8] {
        guard let range = firstRange(of: Array(old.utf8)) else { return self }
        return self[..<range.lowerBound] + Array(new.utf8) + self[range.upperBound...]
    }

    /// The same with blanks after `new`, so that nothing moves.
    func overwriting(_ old: String, with new: String) -> [UInt8] {
        replacing(old, with: new + String(repeating: " ", count: Swift.max(0, old.utf8.count - new.utf8.count)))
    }

    /// The text between two words, the first time they stand.
    func text(between start: String, and end: String) -> String {
        guard let open = firstRange(of: Array(start.utf8)),
            let close = self[open.upperBound...].firstRange(of: Array(end.utf8))
        else { return "" }
        return String(decoding: self[open.upperBound..<close.lowerBound], as: UTF8.self)
    }
}

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

extension [UInt8] {
    /// A copy with a few bytes changed, cut away or doubled.
    func mutated(by numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = self
        guard !bytes.isEmpty else { return bytes }
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: bytes[.random(in: bytes.indices, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
        case 1:
            for _ in 0..<Int.random(in: 1...20, using: &numbers) {
                bytes[.random(in: bytes.indices, using: &numbers)] = .random(in: 0...255, using: &numbers)
            }
        case 2: bytes.removeLast(.random(in: bytes.indices, using: &numbers))
        case 3:
            let digits = bytes.indices.filter { bytes[$0] >= 0x30 && bytes[$0] <= 0x39 }
            for _ in 0..<4 {
                if let index = digits.randomElement(using: &numbers) {
                    bytes[index] = .random(in: 0x30...0x39, using: &numbers)
                }
            }
        default:
            let start = Int.random(in: bytes.indices, using: &numbers)
            let piece = Array(bytes[start..<Swift.min(start + 100, bytes.count)])
            bytes.insert(contentsOf: piece, at: .random(in: bytes.indices, using: &numbers))
        }
        return bytes
    }
}
