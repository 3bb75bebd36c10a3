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

    /// Takes down a mistake about the element or attribute `subject`.
    func add(_ message: String, in file: String, line: Int, about subject: String = "", isWarning: Bool = false) {
        subjects[Place(file: file, line: line), default: []].insert(subject)
        counts[file, default: 0] += 1
        guard counts[file, default: 0] <= Problems.limitPerFile else { return }
        found.append(ConfigurationProblem(file: file, line: line, message: message, isWarning: isWarning))
    }

    /// Takes down what a schema says, unless the same was said before in better words.
    func addSchemaProblem(_ message: String, in file: String, line: Int) {
        let words = Set(message.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.map(String.init))
        let known = subjects[Place(file: file, line: line)] ?? []
        guard known.isDisjoint(with: words) else { return }
        add(message, in: file, line: line, about: message)
    }

    func hasErrors(in file: String) -> Bool { found.contains { $0.file == file && !$0.isWarning } }

    /// In the order of files and lines.
    var all: [ConfigurationProblem] {
        let overflowing = counts.filter { $0.value > Problems.limitPerFile }.map { file, count in
            ConfigurationProblem(
                file: file, line: .max, message: "\(count - Problems.limitPerFile) more mistakes in this file")
        }
        let ordered = (found + overflowing).enumerated().sorted {
            ($0.element.file, $0.element.line, $0.offset) < ($1.element.file, $1.element.line, $1.offset)
        }
        return ordered.map { problem in
            guard problem.element.line == .max else { return problem.element }
            return ConfigurationProblem(file: problem.element.file, line: 1, message: problem.element.message)
        }
    }
}
