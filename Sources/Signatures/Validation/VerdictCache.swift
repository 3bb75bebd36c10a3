import Bytes
private import Synchronization

/// Verdicts on certificates by what they depend on, shared by all workers; never more than a fixed number.
///
/// Two generations: when the younger is full, it becomes the older, and what was asked for in neither of them is forgotten.
final class VerdictCache: Sendable {
    private struct Generations {
        var young: [Digest: PathVerdict] = [:]
        var old: [Digest: PathVerdict] = [:]
    }

    private let half: Int
    private let generations = Mutex(Generations())

    init(count: Int) { half = max(1, count / 2) }

    subscript(_ key: Digest) -> PathVerdict? {
        get {
            generations.withLock { generations in
                if let verdict = generations.young[key] { return verdict }
                guard let verdict = generations.old[key] else { return nil }
                Self.insert(verdict, key, half, &generations)
                return verdict
            }
        }
        set {
            guard let newValue else { return }
            generations.withLock { Self.insert(newValue, key, half, &$0) }
        }
    }

    var count: Int { generations.withLock { Set($0.young.keys).union($0.old.keys).count } }

    private static func insert(_ verdict: PathVerdict, _ key: Digest, _ half: Int, _ generations: inout Generations) {
        if generations.young.count >= half {
            generations.old = generations.young
            generations.young = [:]
        }
        generations.young[key] = verdict
    }
}
