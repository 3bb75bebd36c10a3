import Bytes
import Files
import Synchronization

/// The lines of a ledger up to an entry by where they begin, counted from the first byte of its first segment.
final class PlacedLines: Sendable {
    /// Room for a few lines, mostly; each more costs a copy.
    private static let chunk = 2048
    private static let mostLine = 64 << 20
    private static let newline = [UInt8(ascii: "\n")]

    /// What was read last, where the line that is asked for next mostly stands, too.
    struct Window {
        fileprivate var place = 0
        fileprivate var bytes: [UInt8] = []

        /// The line that begins there; nil where not all of it was read.
        fileprivate func line(at place: Int) -> ArraySlice<UInt8>? {
            let start = place - self.place
            guard bytes.indices.contains(start), let end = bytes[start...].firstOffset(of: newline) else { return nil }
            return bytes[start..<end]
        }
    }

    private let folder: Folder
    private let end: LedgerReading.End
    /// Where each segment begins.
    private let starts: [Int]
    private let segments = Mutex<[Int: ReadableFile]>([:])

    init(in folder: Folder, upTo end: LedgerReading.End, starts: [Int]) {
        self.folder = folder
        self.end = end
        self.starts = starts
    }

    /// The line that begins there, without its end.
    ///
    /// Throws `LedgerDamage` where it is not the line that the next one tells of: nobody else reads both.
    func line(at place: Int, _ window: inout Window) throws -> ArraySlice<UInt8> {
        let line = try bytes(at: place, &window)
        let next = place + line.count + 1
        let told = next < end.position ? LineSeal.previous(in: try bytes(at: next, &window)) : end.head
        let digest = SHA256.digest(of: line.span)
        guard digest == told else { throw try damage(at: place, digest, told) }
        return line
    }

    private func damage(at place: Int, _ digest: Digest, _ told: Digest?) throws -> LedgerDamage {
        let (file, start, segment) = try segment(at: place)
        var lines = SegmentLines(file)
        var number = 1
        while lines.offset < start, try lines.next() != nil { number += 1 }
        return LedgerDamage(
            segment: segment, line: number,
            expected: told.map { "the line with the digest \($0), which the next tells of" } ?? "a line behind it",
            found: "\(digest)")
    }

    /// The segment in which a place lies, and where in it.
    private func segment(at place: Int) throws -> (file: ReadableFile, start: Int, name: String) {
        guard let number = starts.lastIndex(where: { $0 <= place }) else { throw SummedFile.Damaged() }
        let name = end.segments[number]
        let file = try segments.withLock { open in
            if let file = open[number] { return file }
            let file = try folder.open(FileName.literal(name))
            open[number] = file
            return file
        }
        return (file, place - starts[number], name)
    }

    private func bytes(at place: Int, _ window: inout Window) throws -> ArraySlice<UInt8> {
        if let line = window.line(at: place) { return line }
        let (file, start, _) = try segment(at: place)
        var count = Self.chunk
        while true {
            guard start < file.count else { throw SummedFile.Damaged() }
            window.place = place
            window.bytes = try file.read(at: start, count: min(count, file.count - start))
            if let line = window.line(at: place) { return line }
            guard window.bytes.count == count, count < Self.mostLine else { throw SummedFile.Damaged() }
            count *= 4
        }
    }
}
