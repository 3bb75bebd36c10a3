/// What `openssl verify` said of several certificates at once, as far as it is certain whom it is about.
///
/// It says of each that fails what is wrong and then that it failed, so that where all of them fail it is certain what is said of whom;
/// and where all pass, when nothing was found wrong at all. Of some that pass among others that fail, it is not.
struct JointAnswer: Sendable, Equatable {
    /// As each would have it alone, in the order of the files; nil where that is not certain.
    private(set) var each: [PathAnswer?]
    /// Which passed, where only some did: asked about without the others the answer may be certain.
    private(set) var passed: [Bool]?

    /// Reads what was said of the files at `paths`, in whose names the senders had no part.
    init(isSuccess: Bool, output: [UInt8], errors: [UInt8], paths: [String]) {
        each = paths.map { _ in nil }
        let passing = Self.parts(output, markedBy: paths.map { "\($0): OK" })
        let failing = Self.parts(errors, markedBy: paths.map { "error \($0): verification failed" })
        let isPassed = passing.marked.map { $0 != nil }
        guard isSuccess == isPassed.allSatisfy(\.self) else { return }
        if isSuccess {
            guard errors.isEmpty, passing.before.isEmpty else { return }
            each = zip(passing.marked, paths).map { PathAnswer(output: $0 ?? [], errors: [], path: $1) }
        } else if isPassed.contains(true) {
            passed = isPassed
        } else {
            guard output.isEmpty, failing.marked.allSatisfy({ $0 != nil }) else { return }
            // What is wrong comes before the mark.
            let wrong = [failing.before] + failing.marked.dropLast().map { $0 ?? [] }
            each = zip(wrong, paths).map { wrong, path in
                let answer = PathAnswer(output: [], errors: wrong, path: path)
                return answer.problems.isEmpty ? nil : answer
            }
        }
    }

    /// Nothing was said that counts.
    static func none(of count: Int) -> JointAnswer {
        JointAnswer(isSuccess: false, output: [], errors: [], paths: [String](repeating: "", count: count))
    }

    /// A text cut at each of the lines that are marks, as long as they come in their order: what stands before the first, and each
    /// mark with what follows it; nil where it is not there.
    private static func parts(
        _ text: [UInt8], markedBy marks: [String]
    ) -> (before: [UInt8], marked: [[UInt8]?]) {
        var parts: (before: [UInt8], marked: [[UInt8]?]) = ([], marks.map { _ in nil })
        var (current, next) = (-1, 0)
        for line in text.split(separator: 10) {
            if let mark = marks[next...].firstIndex(where: { $0.utf8.elementsEqual(line) }) {
                (current, next) = (mark, mark + 1)
                parts.marked[mark] = []
            }
            if current < 0 { parts.before += line + [10] } else { parts.marked[current]? += line + [10] }
        }
        return parts
    }
}
