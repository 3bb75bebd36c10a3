import Bytes
import Files

/// The lines of a segment, one after the other, with little of it in memory.
struct SegmentLines {
    private static let chunk = 1 << 20
    private static let newline = [UInt8(ascii: "\n")]

    private let file: ReadableFile
    /// What was read last; lines are handed out as slices of it.
    private var buffer: [UInt8] = []
    /// Where the next line begins in the buffer.
    private var start = 0
    private var read: Int
    /// Up to where lines were handed out, from the segment's beginning.
    private(set) var offset: Int

    init(_ file: ReadableFile, from offset: Int = 0) {
        self.file = file
        self.offset = offset
        read = offset
    }

    var count: Int { file.count }

    /// The next line without its end; one that has none is the last.
    mutating func next() throws -> (bytes: ArraySlice<UInt8>, hasEnd: Bool)? {
        if let end = lineEnd(from: start) {
            let line = buffer[start..<end]
            start = end + 1
            offset += line.count + 1
            return (line, true)
        }
        // The line that lies across two readings, or several, is put together by itself.
        var line = Array(buffer[start...])
        while read < file.count {
            buffer = try file.read(at: read, count: min(Self.chunk, file.count - read))
            read += buffer.count
            let end = lineEnd(from: 0)
            line += buffer[..<(end ?? buffer.count)]
            if let end {
                start = end + 1
                offset += line.count + 1
                return (line[...], true)
            }
        }
        start = buffer.count
        offset += line.count
        return line.isEmpty ? nil : (line[...], false)
    }

    private func lineEnd(from start: Int) -> Int? {
        buffer[start...].firstOffset(of: Self.newline)
    }
}
