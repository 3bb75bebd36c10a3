import Dossiers

/// A value together with those that take its place from a day on.
struct Dated<Value: Sendable>: Sendable {
    let first: Value
    var later: [(from: Day, value: Value)] = []

    /// What holds on `day`.
    func on(_ day: Day) -> Value {
        later.filter { $0.from <= day }.max { $0.from < $1.from }?.value ?? first
    }
}
