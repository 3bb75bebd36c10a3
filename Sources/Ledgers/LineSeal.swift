import Bytes

/// What holds the lines of a ledger together, read from a line's bytes without reading the facts in it.
///
/// A line begins with its number and ends with the digest of the line before: `{"n":17,…,"prev":"64 digits"}`. The last line of
/// what was committed together also carries `,"commit":"16 digits"`, the beginning of the digest of the bytes before it: it says
/// that the commit is whole, and shows a change in a line that no other line follows.
struct LineSeal {
    private static let numberStart = Array("{\"n\":".utf8)
    private static let previousStart = Array(",\"prev\":\"".utf8)
    private static let commitStart = Array(",\"commit\":\"".utf8)
    private static let end = Array("\"}".utf8)
    private static let commitDigits = 16
    private static let commitCount = commitStart.count + commitDigits + 1

    let number: Int
    let previous: Digest
    /// Whether the line is the last of what was committed together.
    let endsCommit: Bool
    /// Of the line, as the next one carries it.
    let digest: Digest

    /// Nil where the bytes are no such line, or the mark of a commit does not fit them; each byte is digested once.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.starts(with: Self.numberStart), line.suffix(2).elementsEqual(Self.end) else { return nil }
        let digits = line.dropFirst(Self.numberStart.count).prefix {
            $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
        }
        guard (1...18).contains(digits.count) else { return nil }
        number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        // Without the closing brace.
        var rest = line.dropLast()
        endsCommit = Self.hasMark(rest)
        if endsCommit { rest = rest.dropLast(Self.commitCount) }
        var hash = SHA256()
        hash.update(rest.span)
        if endsCommit {
            let mark = line[rest.endIndex...].dropFirst(Self.commitStart.count).prefix(Self.commitDigits)
            guard Hexadecimal.word(mark.span) == hash.finalize().firstWord else { return nil }
        }
        let ending = line[rest.endIndex...]
        hash.update(ending.span)
        digest = hash.finalize()
        let field = rest.suffix(Self.previousStart.count + 64 + 1)
        let previousDigits = field.dropFirst(Self.previousStart.count).prefix(64)
        guard rest.count > field.count, field.starts(with: Self.previousStart), field.last == UInt8(ascii: "\""),
            let previous = Digest(digits: previousDigits.span)
        else { return nil }
        self.previous = previous
    }

    /// The line before the seal; nil where it has none.
    static func removed(from line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = line.dropLast()
        if hasMark(rest) { rest = rest.dropLast(commitCount) }
        let field = rest.suffix(previousStart.count + 64 + 1)
        return field.starts(with: previousStart) ? rest.dropLast(field.count) : nil
    }

    /// The digest of the line before, as a line carries it; nil where it carries none.
    static func previous(in line: ArraySlice<UInt8>) -> Digest? {
        guard let inside = removed(from: line) else { return nil }
        let digits = line[inside.endIndex...].dropFirst(previousStart.count).prefix(64)
        return Digest(digits: digits.span)
    }

    /// The line as the last of a commit.
    static func committing(_ line: [UInt8]) -> [UInt8] {
        let open = line.dropLast()
        return open + mark(of: open) + [UInt8(ascii: "}")]
    }

    /// Whether bytes that may be damaged look like the last line of a commit.
    static func looksLikeCommit(_ line: ArraySlice<UInt8>) -> Bool { hasMark(line.dropLast()) }

    private static func hasMark(_ open: ArraySlice<UInt8>) -> Bool {
        open.count > commitCount && open.suffix(commitCount).starts(with: commitStart)
    }

    private static func mark(of open: ArraySlice<UInt8>) -> [UInt8] {
        let digits = Hexadecimal.encode(SHA256.digest(of: open.span).bytes.prefix(commitDigits / 2))
        return commitStart + digits.utf8 + [UInt8(ascii: "\"")]
    }
}
