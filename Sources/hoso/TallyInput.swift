import Bytes
import Foundation
import Ledgers
import Pipeline

/// Lines from standard input or from files, a piece at a time, none longer than a ledger's line can be.
enum TallyInput {
    /// Far above the longest line that intake's own limits allow.
    private static let longestLine = 1 << 26

    /// Joins the tallies in files, or on standard input where none is named.
    static func joined(_ files: [String]) throws -> Tally {
        var tally = Tally()
        for file in files.isEmpty ? ["-"] : files {
            try forEachLine(of: file) { line in try tally.add(TallyRecord(line)) }
        }
        return tally
    }

    /// Hands over every line of a file, `-` for standard input, without its end; empty lines are passed over.
    static func forEachLine(of file: String, _ body: ([UInt8]) throws -> Void) throws {
        let handle: FileHandle
        if file == "-" {
            handle = .standardInput
        } else {
            guard let opened = FileHandle(forReadingAtPath: file) else {
                throw NoSuchInput.unreadable(file)
            }
            handle = opened
        }
        var rest: [UInt8] = []
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            rest += piece
            var start = 0
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                if end > start { try body(Array(rest[start..<end])) }
                start = end + 1
            }
            rest.removeFirst(start)
            guard rest.count <= longestLine else {
                throw NoSuchInput(description: "a line of \(file) is longer than \(longestLine) bytes")
            }
        }
        if !rest.isEmpty { try body(rest) }
    }
}
