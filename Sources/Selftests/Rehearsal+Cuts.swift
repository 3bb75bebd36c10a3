import Simulation

/// Power cuts: before every call, with everything that may be left of what was not synced.
extension Rehearsal {
    mutating func cutEverywhere() {
        counts.crashPoints = moments.count
        if let sample = effort.sample {
            for _ in 0..<sample where !isHopeless { cutAnywhere() }
            return
        }
        let clock = ContinuousClock()
        // All singles and pairs of every moment come first: what breaks a promise mostly shows there.
        for depth in 1...2 { for moment in moments.indices { cut(at: moment, deviating: depth) { true } } }
        let tripleEnd = clock.now + effort.budget
        for moment in moments.indices.shuffled(using: &generator) {
            cut(at: moment, deviating: 3) { clock.now < tripleEnd }
        }
        let sampleEnd = clock.now + effort.budget / 4
        while clock.now < sampleEnd, !isHopeless { cutAnywhere() }
    }

    /// Cuts again while the start after a cut repairs: at every call of it, or at one.
    mutating func cutRepairs(of firsts: Int) {
        for _ in 0..<firsts where !isHopeless {
            let first = Int.random(in: moments.indices, using: &generator)
            let choice = CutChoices(moments[first].disk).any(using: &generator)
            let calls = SimulatedCalls(moments[first].disk.cut(keeping: choice), isRecording: true)
            do {
                try story.run(on: calls, start: nextStart())
            } catch {
                note(["the next start ended with: \(error)"], "power cut before call \(first + 1)")
                continue
            }
            var sums: Set<UInt64> = []
            let seconds = calls.moments.enumerated().map { $0 }
            let drawn = effort.sample == nil ? seconds : seconds.randomElement(using: &generator).map { [$0] } ?? []
            for (second, moment) in drawn where !isHopeless {
                let choices = CutChoices(moment.disk)
                for again in [[:], choices.all, choices.any(using: &generator)] {
                    guard sums.insert(moment.disk.sum(keeping: again)).inserted else { continue }
                    counts.secondCrashes += 1
                    _ = restart(
                        on: moment.disk.cut(keeping: again),
                        "power cut before call \(first + 1), left: \(Self.words(choice)); and again before call \(second + 1) (\(moment.call)), left: \(Self.words(again))"
                    )
                }
            }
        }
    }

    private mutating func cut(at moment: Int, deviating count: Int, while isTime: () -> Bool) {
        guard !isHopeless else { return }
        let choices = CutChoices(moments[moment].disk)
        _ = choices.forEach(deviating: count) { choice in
            restart(after: moment, keeping: choice) && isTime()
        }
    }

    private mutating func cutAnywhere() {
        let moment = Int.random(in: moments.indices, using: &generator)
        let choices = CutChoices(moments[moment].disk)
        _ = restart(after: moment, keeping: choices.any(using: &generator))
    }
}
