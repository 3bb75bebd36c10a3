import Simulation

/// Which of the changes that a power cut may lose are left, choice by choice.
struct CutChoices {
    typealias Choice = [Int: SimulatedDisk.Part]

    private let parts: [[SimulatedDisk.Part]]

    init(_ disk: SimulatedDisk) { parts = disk.outstandingParts }

    /// Everything.
    var all: Choice { Choice(uniqueKeysWithValues: parts.indices.map { ($0, .whole) }) }

    /// Everything, but for at most `count` changes, or nothing, but for these; each of these in every part.
    func forEach(deviating count: Int, _ body: (Choice) throws -> Bool) rethrows -> Bool {
        guard try body([:]), try body(all) else { return false }
        return try deviate(from: 0, left: count, kept: [:], all: all, body)
    }

    private func deviate(
        from first: Int, left: Int, kept: Choice, all: Choice, _ body: (Choice) throws -> Bool
    ) rethrows -> Bool {
        guard left > 0 else { return true }
        for position in parts.indices.dropFirst(first) {
            for part in parts[position] {
                var more = kept
                more[position] = part
                guard try body(more) else { return false }
                var fewer = all
                fewer[position] = part == .whole ? nil : part
                guard try body(fewer) else { return false }
                guard try deviate(from: position + 1, left: left - 1, kept: more, all: fewer, body) else {
                    return false
                }
            }
        }
        return true
    }

    /// Any choice at all.
    func any(using generator: inout SeededGenerator) -> Choice {
        var choice: Choice = [:]
        for position in parts.indices {
            let pick = Int.random(in: -1..<parts[position].count, using: &generator)
            if pick >= 0 { choice[position] = parts[position][pick] }
        }
        return choice
    }
}
