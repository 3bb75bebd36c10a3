package import Bytes
package import Dossiers
package import Files

/// Reads a ledger from its first line, checking the chain on the way; memory stays flat in its size.
package struct LedgerReading {
    /// Where the reading ended.
    package struct End: Sendable {
        package var number = 0
        package var head = Ledger.origin
        package var segments: [String] = []
        /// Bytes of whole lines in the last segment.
        package var wholeBytes = 0
        /// Bytes after them: a last line that a crash cut off.
        package var tornBytes = 0
    }

    private static let chunk = 1 << 20

    private let folder: Folder

    package init(folder: Folder) { self.folder = folder }

    /// The segments in order; anything else in the folder is left alone.
    private func segments() throws(FileError) -> [FileName] {
        try folder.entries().filter { $0.suffix == "jsonl" }.sorted { $0.description < $1.description }
    }

    /// Hands every entry over, in order.
    ///
    /// A last line without its end is not an entry yet. Throws `LedgerDamage` where the chain, the numbers or a line do not
    /// fit, and `FileError` where the disk fails.
    @discardableResult
    package func forEach(_ body: (Entry) throws -> Void) throws -> End {
        try forEachLine { entry, _ in try body(entry) }
    }

    /// The same with the digest of each line.
    @discardableResult
    package func forEachLine(_ body: (Entry, Digest) throws -> Void) throws -> End {
        let coding = EntryCoding()
        var end = End()
        let names = try segments()
        for name in names {
            end.segments.append(name.description)
            end.wholeBytes = 0
            var line = 0
            let file = try folder.open(name)
            var rest: [UInt8] = []
            var offset = 0
            while offset < file.count {
                let count = min(Self.chunk, file.count - offset)
                rest += try file.read(at: offset, count: count)
                offset += count
                var start = 0
                while let newline = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                    line += 1
                    let bytes = Array(rest[start..<newline])
                    start = newline + 1
                    let entry = try Self.entry(bytes, coding, name, line, after: end)
                    end.number = entry.number
                    end.head = SHA256.digest(of: bytes)
                    end.wholeBytes += bytes.count + 1
                    try body(entry, end.head)
                }
                rest.removeFirst(start)
            }
            guard rest.isEmpty || name == names.last else {
                throw LedgerDamage(
                    segment: name.description, line: line + 1, expected: "a whole line", found: "one without its end")
            }
            end.tornBytes = rest.count
        }
        return end
    }

    private static func entry(
        _ bytes: [UInt8], _ coding: EntryCoding, _ name: FileName, _ line: Int, after end: End
    ) throws -> Entry {
        func damage(_ expected: String, _ found: String) -> LedgerDamage {
            LedgerDamage(segment: name.description, line: line, expected: expected, found: found)
        }
        let entry: Entry
        let previous: Digest
        do {
            (entry, previous) = try coding.entry(bytes)
        } catch {
            throw damage("an entry", "a line that cannot be read")
        }
        guard entry.number == end.number + 1 else { throw damage("number \(end.number + 1)", "number \(entry.number)") }
        guard previous == end.head else {
            throw damage("the digest \(end.head) of the line before", "\(previous)")
        }
        return entry
    }
}
