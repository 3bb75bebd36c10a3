import Files

/// The lines of a segment, one after the other, with little of it in memory.
struct SegmentLines {
    private static let chunk = 1 << 20

    private let file: ReadableFile
    private var buffer: [UInt8] = []
    /// Where the next line begins in the buffer.
    private var start = 0
    /// Up to where the buffer was searched for a line's end.
    private var searched = 0
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
    mutating func next() throws -> (bytes: [UInt8], hasEnd: Bool)? {
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(buffer[start..<end])
                offset += line.count + 1
                start = end + 1
                searched = start
                return (line, true)
            }
            searched = buffer.count
            guard read < file.count else {
                guard start < buffer.count else { return nil }
                let line = Array(buffer[start...])
                offset += line.count
                start = buffer.count
                return (line, false)
            }
            buffer.removeFirst(start)
            searched -= start
            start = 0
            let more = try file.read(at: read, count: min(Self.chunk, file.count - read))
            read += more.count
            buffer += more
        }
    }
}
