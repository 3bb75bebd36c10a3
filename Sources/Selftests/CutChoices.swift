import Simulation

/// Which of the changes that a power cut may lose are left, choice by choice.
struct CutChoices {
    typealias Choice = [Int: SimulatedDisk.Part]

    private let loose: [SimulatedDisk.Loose]
    /// Everything.
    let all: Choice

    init(_ disk: SimulatedDisk) {
        loose = disk.loose
        all = Choice(uniqueKeysWithValues: loose.indices.map { ($0, .whole) })
    }

    /// Everything, but for at most `count` changes, or nothing, but for these; each of these in every part.
    ///
    /// Where they are more than one, they are in one folder: what lies in others is as it would be without them.
    func forEach(deviating count: Int, _ body: (Choice) -> Void) {
        body([:])
        body(all)
        deviate(from: 0, left: count, within: nil, kept: [:], all: all, body)
    }

    private func deviate(
        from first: Int, left: Int, within folders: Set<Int>?, kept: Choice, all: Choice, _ body: (Choice) -> Void
    ) {
        guard left > 0 else { return }
        for position in loose.indices.dropFirst(first) {
            let common = folders?.intersection(loose[position].folders) ?? loose[position].folders
            guard folders == nil || !common.isEmpty else { continue }
            for part in loose[position].parts {
                var more = kept
                more[position] = part
                body(more)
                var fewer = all
                fewer[position] = part == .whole ? nil : part
                body(fewer)
                deviate(from: position + 1, left: left - 1, within: common, kept: more, all: fewer, body)
            }
        }
    }

    /// Any choice at all.
    func any(using generator: inout SeededGenerator) -> Choice {
        var choice: Choice = [:]
        for position in loose.indices {
            let pick = Int.random(in: -1..<loose[position].parts.count, using: &generator)
            if pick >= 0 { choice[position] = loose[position].parts[pick] }
        }
        return choice
    }
}
