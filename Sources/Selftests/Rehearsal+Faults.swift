private import Glibc
import Simulation

/// Single calls that go wrong: each error at each call, and each write and read cut short.
extension Rehearsal {
    private static let kinds: [(name: String, kind: Fault.Kind)] = [
        ("EIO", .error(EIO)), ("ENOSPC", .error(ENOSPC)), ("EDQUOT", .error(EDQUOT)), ("EMFILE", .error(EMFILE)),
        ("ESTALE", .error(ESTALE)), ("EINTR", .error(EINTR)), ("cut short", .short),
    ]

    mutating func failEverywhere() {
        let count = moments.count - 1
        if let sample = effort.sample {
            for _ in 0..<sample where !isHopeless {
                let kind = Self.kinds[Int.random(in: Self.kinds.indices, using: &generator)]
                fail(call: Int.random(in: 1...count, using: &generator), kind)
            }
            return
        }
        for call in 1...count {
            for kind in Self.kinds where !isHopeless { fail(call: call, kind) }
        }
    }

    /// The story with a fault, the next start, and a power cut after each of the two that loses all it can.
    private mutating func fail(call: Int, _ fault: (name: String, kind: Fault.Kind)) {
        let name = moments[call - 1].call
        if fault.kind == .short, name != "write", name != "read" { return }
        let calls = SimulatedCalls(story.before, fault: Fault(call: call, kind: fault.kind))
        let misfortune = "\(fault.name) at call \(call) (\(name))"
        counts.faults += 1
        var hasStopped = false
        do {
            try story.run(on: calls, start: nextStart())
        } catch {
            hasStopped = true
            counts.stoppingFaults += 1
        }
        let left = calls.disk
        if !hasStopped {
            do {
                // A folder that could not be looked through waits, but only where hoso said so; the next start takes it all.
                let unreadable = try promises.toldUnreadable(left)
                if unreadable.isEmpty {
                    note(try promises.broken(left, interrupted: left), misfortune)
                } else {
                    counts.toldFaults += 1
                    note(try promises.broken(left, interrupted: left, waitingIn: unreadable), misfortune)
                }
            } catch {
                note(["what was left cannot be read: \(error)"], misfortune)
            }
        }
        // The next start finds what the system still knew; after it the power goes, and what no sync wrote is lost.
        let next = SimulatedCalls(left)
        do {
            try story.run(on: next, start: nextStart())
            note(try promises.broken(next.disk, interrupted: left), "\(misfortune), then a start")
            _ = restart(on: next.disk.cut(keeping: [:]), "\(misfortune), then a start and a power cut")
        } catch {
            note(["the next start ended with: \(error)"], misfortune)
        }
        _ = restart(on: left.cut(keeping: [:]), "\(misfortune), then a power cut")
    }
}
