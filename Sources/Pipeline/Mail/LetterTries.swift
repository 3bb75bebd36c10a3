import Files

/// How often the mail program has not taken each letter that waits; kept beside them, so that every process knows.
struct LetterTries: Equatable {
    private static let name: FileName = ".tries"
    private static let limit = 100_000_000
    /// A letter that was not taken so often is hardly taken without somebody's doing something.
    static let many = 10

    private var counts: [FileName: Int] = [:]

    /// A line that is none counts for no letter.
    init(in folder: Folder) throws {
        // Whoever is sending may take it away at any moment.
        guard let bytes = try folder.unlessGone({ try $0.readAll(Self.name, limit: Self.limit) }) else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2, let count = Int(words[0]), let letter = FileName(String(words[1])) else { continue }
            counts[letter] = count
        }
    }

    /// Keeps them for these letters alone, and puts those first that were tried least.
    mutating func order(_ letters: [FileName]) -> [FileName] {
        let waiting = Set(letters)
        counts = counts.filter { waiting.contains($0.key) }
        return letters.sorted { ((counts[$0] ?? 0), $0) < ((counts[$1] ?? 0), $1) }
    }

    mutating func count(_ letter: FileName) { counts[letter, default: 0] += 1 }

    mutating func forget(_ letter: FileName) { counts[letter] = nil }

    func isStuck(_ letter: FileName) -> Bool { counts[letter] ?? 0 >= Self.many }

    func write(in folder: Folder) throws {
        guard !counts.isEmpty else { return try folder.remove(Self.name) }
        let lines = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        try folder.replaceDurably(Self.name, with: Array(lines.joined().utf8), mode: 0o600)
    }
}
