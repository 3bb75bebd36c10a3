import Bytes
import Files

/// Tells what a crash left of the last commit from damage to what was committed.
///
/// The disk may have taken the pages of a commit in any order, so that NUL bytes stand where the others were to come. A change of
/// single bits leaves no such run, and damage before the last commit is followed by the end of another.
enum TornTail {
    /// No commit comes near it: 64 claims of some kilobytes each.
    private static let mostBytes = 64 << 20
    /// A line never holds a NUL.
    private static let hole = 16

    /// Whether what stands from `offset` on, where the first line that does not fit was met, can be a commit that was never made.
    static func isTorn(_ file: ReadableFile, from offset: Int) throws -> Bool {
        guard file.count - offset <= mostBytes else { return false }
        let tail = try file.read(at: offset, count: file.count - offset)
        guard longestHole(tail) >= hole else { return false }
        var lines = tail.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        // The end of the torn commit may have reached the disk; that of an earlier one would have been synced with all of it.
        return !lines.dropLast().contains { LineSeal.looksLikeCommit($0) }
    }

    private static func longestHole(_ bytes: [UInt8]) -> Int {
        var longest = 0
        var run = 0
        for byte in bytes {
            run = byte == 0 ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
