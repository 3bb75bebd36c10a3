private import Glibc
import Simulation

/// Single calls that go wrong: each error at each call, and each write and read cut short.
extension Rehearsal {
    private static let kinds: [(name: String, kind: Fault.Kind)] = [
        ("EIO", .error(EIO)), ("ENOSPC", .error(ENOSPC)), ("EDQUOT", .error(EDQUOT)), ("EMFILE", .error(EMFILE)),
        ("ESTALE", .error(ESTALE)), ("EINTR", .error(EINTR)), ("cut short", .short),
    ]

    func failEverywhere() throws {
        if let sample = effort.sample {
            return try inParts(0..<sample) { [self] _, generator in
                let kind = Self.kinds[Int.random(in: Self.kinds.indices, using: &generator)]
                fail(call: Int.random(in: 1..<moments.count, using: &generator), kind)
            }
        }
        try inParts(1..<moments.count) { [self] call, _ in
            for kind in Self.kinds where !isHopeless { fail(call: call, kind) }
        }
    }

    /// The story with a fault, the next start, and a power cut after each of the two that loses all it can.
    private func fail(call: Int, _ fault: (name: String, kind: Fault.Kind)) {
        let name = moments[call - 1].call
        if fault.kind == .short, name != "write", name != "read" { return }
        let calls = SimulatedCalls(story.before, fault: Fault(call: call, kind: fault.kind))
        let misfortune = "\(fault.name) at call \(call) (\(name))"
        count { $0.faults += 1 }
        do {
            try story.run(on: calls, start: 1)
            checkFinished(calls.disk, misfortune)
        } catch {
            count { $0.stoppingFaults += 1 }
        }
        var left = calls.disk
        // The next start finds what the system still knew; after it the power goes, and what no sync wrote is lost.
        if isNew(&left, start: 2), let next = restart(on: left, start: 2, "\(misfortune), then a start") {
            var cut = next.disk.cut(keeping: [:])
            if isNew(&cut, start: 3) { restart(on: cut, start: 3, "\(misfortune), then a start and a power cut") }
        }
        var cut = left.cut(keeping: [:])
        if isNew(&cut, start: 2) { restart(on: cut, start: 2, "\(misfortune), then a power cut") }
    }

    /// A folder that could not be looked through waits, but only where hoso said so; the next start takes it all.
    private func checkFinished(_ disk: SimulatedDisk, _ misfortune: String) {
        do {
            let unreadable = try promises.toldUnreadable(disk)
            if !unreadable.isEmpty { count { $0.toldFaults += 1 } }
            note(try promises.broken(disk, despiteFault: unreadable), misfortune)
        } catch {
            note(["what was left cannot be read: \(error)"], misfortune)
        }
    }
}
