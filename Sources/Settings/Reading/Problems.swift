/// Mistakes as they are found in the files of one configuration, so that all are told at once.
final class Problems {
    private struct Place: Hashable {
        let file: String
        let line: Int
    }

    /// More than these of one file are counted, not listed.
    static let limitPerFile = 200

    private var found: [ConfigurationProblem] = []
    /// What the problems of a line are about: names of elements and attributes.
    private var subjects: [Place: Set<String>] = [:]
    private var counts: [String: Int] = [:]
    /// The files of which more mistakes than these are no mere warnings.
    private var hasUnlistedErrors: Set<String> = []

    /// Takes down a mistake about the elements or attributes `subjects`.
    func add(_ message: String, in file: String, line: Int, about subjects: String..., isWarning: Bool = false) {
        self.subjects[Place(file: file, line: line), default: []].formUnion(subjects)
        counts[file, default: 0] += 1
        guard counts[file, default: 0] <= Problems.limitPerFile else {
            if !isWarning { hasUnlistedErrors.insert(file) }
            return
        }
        found.append(ConfigurationProblem(file: file, line: line, message: message, isWarning: isWarning))
    }

    /// Takes down what a schema says, unless the same was said before in better words.
    func addSchemaProblem(_ message: String, in file: String, line: Int) {
        let known = subjects[Place(file: file, line: line)] ?? []
        guard known.isDisjoint(with: names(in: message)) else { return }
        add(message, in: file, line: line, about: message)
    }

    /// The names that a message marks as such: `'from'`, `"from"`, `<from>` or `{urn:hoso:config:1}from`.
    private func names(in message: String) -> Set<String> {
        var names: Set<String> = []
        var name: String?
        for character in message {
            if character.isLetter || character.isNumber || "._-".contains(character) {
                name?.append(character)
                continue
            }
            if let whole = name, !whole.isEmpty { names.insert(whole) }
            name = "'\"<}".contains(character) ? "" : nil
        }
        return names
    }

    func hasErrors(in file: String) -> Bool {
        hasUnlistedErrors.contains(file) || found.contains { $0.file == file && !$0.isWarning }
    }

    /// In the order of files and lines.
    var all: [ConfigurationProblem] {
        let overflowing = counts.filter { $0.value > Problems.limitPerFile }.map { file, count in
            ConfigurationProblem(
                file: file, line: .max, message: "\(count - Problems.limitPerFile) more mistakes in this file",
                isWarning: !hasUnlistedErrors.contains(file))
        }
        let ordered = (found + overflowing).enumerated().sorted {
            ($0.element.file, $0.element.line, $0.offset) < ($1.element.file, $1.element.line, $1.offset)
        }
        return ordered.map { problem in
            guard problem.element.line == .max else { return problem.element }
            return ConfigurationProblem(
                file: problem.element.file, line: 1, message: problem.element.message,
                isWarning: problem.element.isWarning)
        }
    }
}
