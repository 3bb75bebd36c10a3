import Simulation

/// Power cuts: before every call, with everything that may be left of what was not synced.
extension Rehearsal {
    /// How many changes are gone through together: fewer where more are outstanding, as only while the night writes its tables.
    private static func depth(of outstanding: Int) -> Int { outstanding <= 16 ? 3 : outstanding <= 24 ? 2 : 1 }

    func cutEverywhere() throws {
        if let sample = effort.sample {
            return try inParts(0..<sample) { [self] _, generator in
                let moment = Int.random(in: moments.indices, using: &generator)
                cut(at: moment, keeping: CutChoices(moments[moment].disk).any(using: &generator))
            }
        }
        try inParts(moments.indices) { [self] moment, generator in
            let choices = CutChoices(moments[moment].disk)
            // Between two changes a power cut leaves the same.
            if moment == 0 || moments[moment].disk.age != moments[moment - 1].disk.age {
                choices.forEach(deviating: Self.depth(of: choices.all.count)) {
                    cut(at: moment, keeping: $0)
                }
            }
            for _ in 0..<effort.beyond { cut(at: moment, keeping: choices.any(using: &generator)) }
        }
    }

    /// Starts hoso on the disk that a choice leaves, where there was none like it before.
    private func cut(at moment: Int, keeping choice: CutChoices.Choice) {
        let (disk, call) = (moments[moment].disk, moments[moment].call)
        var left = disk.cut(keeping: choice)
        guard isNew(&left, start: 2), !isHopeless else { return }
        count { $0.reorderings += 1 }
        restart(
            on: left, start: 2,
            "power cut before call \(moment + 1) (\(call)), left of \(disk.outstandingCount) outstanding changes: \(Self.words(choice))"
        )
    }

    /// Cuts again while the start after a cut repairs: at every call of it, or at one.
    func cutRepairs(of firsts: Int) throws {
        // Drawn unlike the cuts of which a sample is taken.
        try inParts(-firsts..<0) { [self] _, generator in
            let first = Int.random(in: moments.indices, using: &generator)
            let choice = CutChoices(moments[first].disk).any(using: &generator)
            let misfortune = "power cut before call \(first + 1), left: \(Self.words(choice))"
            guard
                let repair = restart(
                    on: moments[first].disk.cut(keeping: choice), start: 2, isRecording: true, misfortune)
            else { return }
            let seconds = Array(repair.moments.enumerated())
            let drawn = effort.sample == nil ? seconds : seconds.randomElement(using: &generator).map { [$0] } ?? []
            for (second, moment) in drawn where !isHopeless {
                let choices = CutChoices(moment.disk)
                for again in [[:], choices.all, choices.any(using: &generator)] {
                    var left = moment.disk.cut(keeping: again)
                    guard isNew(&left, start: 3) else { continue }
                    count { $0.secondCrashes += 1 }
                    restart(
                        on: left, start: 3,
                        "\(misfortune); and again before call \(second + 1) (\(moment.call)), left: \(Self.words(again))"
                    )
                }
            }
        }
    }
}
