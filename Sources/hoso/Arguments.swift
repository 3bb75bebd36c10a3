/// The words of a command line, taken one by one; what is left over at the end is a mistake.
struct Arguments {
    private var words: [String]
    private var afterDashes: [String] = []

    init(_ words: [String]) {
        let end = words.firstIndex(of: "--") ?? words.endIndex
        // `--name=value` is the same as `--name value`.
        self.words = words[..<end].flatMap { word -> [String] in
            guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return [word] }
            return [String(word[..<equals]), String(word[word.index(after: equals)...])]
        }
        if end < words.endIndex { afterDashes = Array(words[words.index(after: end)...]) }
    }

    /// Takes an option without a value, wherever it stands.
    mutating func flag(_ names: String...) -> Bool {
        guard let index = words.firstIndex(where: names.contains) else { return false }
        words.remove(at: index)
        return true
    }

    /// Takes an option with its value, wherever it stands; the last one counts.
    mutating func value(_ name: String) throws(UsageError) -> String? {
        var found: String?
        while let index = words.firstIndex(of: name) {
            guard index + 1 < words.count else { throw UsageError(message: "\(name) needs a value") }
            found = words[index + 1]
            words.removeSubrange(index...index + 1)
        }
        return found
    }

    /// Takes the first of an option that may stand several times, with its value.
    mutating func next(_ name: String) throws(UsageError) -> String? {
        guard let index = words.firstIndex(of: name) else { return nil }
        guard index + 1 < words.count else { throw UsageError(message: "\(name) needs a value") }
        let value = words[index + 1]
        words.removeSubrange(index...index + 1)
        return value
    }

    /// Takes the next plain word; nil where none is left.
    mutating func word() -> String? {
        guard let index = words.firstIndex(where: { !$0.hasPrefix("-") || $0 == "-" }) else {
            return afterDashes.isEmpty ? nil : afterDashes.removeFirst()
        }
        return words.remove(at: index)
    }

    /// An option that stands before every plain word; nil where none does.
    var leadingOption: String? { words.first.flatMap { $0.hasPrefix("-") && $0 != "-" ? $0 : nil } }

    /// Takes the next plain word where it is this one.
    mutating func next(word: String) -> Bool {
        guard let index = words.firstIndex(where: { !$0.hasPrefix("-") }), words[index] == word else { return false }
        words.remove(at: index)
        return true
    }

    mutating func required(_ what: String) throws(UsageError) -> String {
        if let word = word() { return word }
        let taken = words.first { $0.hasPrefix("-") && !Self.looksLikeOption($0) }
        let hint = taken.map { "; «\($0)» is taken for an option: what begins with - and is none stands after --" }
        throw UsageError(message: "\(what) expected" + (hint ?? ""))
    }

    /// `--reason` does, `-rf.zip` does not.
    private static func looksLikeOption(_ word: String) -> Bool {
        word.hasPrefix("--") && word.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x61...0x7a).contains($0) }
    }

    /// All plain words that are left.
    mutating func rest() -> [String] {
        var rest: [String] = []
        while let word = word() { rest.append(word) }
        return rest
    }

    /// Ends the reading: nothing may be left.
    ///
    /// - Parameter known: the options that the command has, to say which was meant.
    func finish(known: [String]) throws(UsageError) {
        guard let left = words.first ?? afterDashes.first else { return }
        if words.isEmpty, known.contains(left) {
            throw UsageError(message: "\(left) stands after --, where nothing is an option: options stand before it")
        }
        guard left.hasPrefix("-") else { throw UsageError(message: "«\(left)» is one word too many") }
        throw UsageError(message: "there is no option \(left)" + Suggestion.text(for: left, among: known))
    }
}
