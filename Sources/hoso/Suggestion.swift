/// Says what was probably meant by a word that is not known.
enum Suggestion {
    /// `; did you mean --state?`, or nothing where no known word is near.
    static func text(for word: String, among known: [String]) -> String {
        let near = known.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }.min { $0.1 < $1.1 }
        guard let (name, steps) = near, steps <= max(1, name.utf8.count / 3) else { return "" }
        return "; did you mean \(name)?"
    }

    /// How many letters must be put in, taken out, changed, or swapped with the next (optimal string alignment).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var row = Array(0...right.count)
        for (i, l) in left.enumerated() {
            var next = [i + 1]
            for (j, r) in right.enumerated() {
                var least = min(row[j] + (l == r ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, l == right[j - 1], left[i - 1] == r { least = min(least, before[j - 1] + 1) }
                next.append(least)
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }
}
