/// What was asked for lately and cannot change, so that it is not read again: at most twice `most` values.
struct LatelyAsked<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let most: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    init(most: Int) { self.most = most }

    var count: Int { young.count + old.count }

    /// What was kept for a key, which is kept longer for it; nil where nothing is kept any more.
    mutating func value(for key: Key) -> Value? {
        if let value = young[key] { return value }
        guard let value = old.removeValue(forKey: key) else { return nil }
        keep(value, for: key)
        return value
    }

    mutating func keep(_ value: Value, for key: Key) {
        if young.count == most { (old, young) = (young, [:]) }
        young[key] = value
    }
}
