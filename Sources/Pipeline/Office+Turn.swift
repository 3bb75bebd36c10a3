import Intake

extension Office {
    /// What one turn came to.
    package struct Turn: Sendable {
        /// How much was taken in.
        package let taken: Int
        /// When the next thing may be whole, be tried again, or be told, in nanoseconds of the steady clock; nil where only something absent
        /// is waited for.
        package let nextAt: Int?
    }

    /// One turn of the daemon: orders, what is ready in the inbox, the night's work where it is due, and the figures.
    package func turn(_ report: ([Outcome]) -> Void = { _ in }) throws -> Turn {
        let orders = try takeOrders()
        let (found, taken) = try tellingDamage {
            let found = try lookAround()
            return (found, try takeReady(found, report))
        }
        enter(.other)
        // While more is ready nobody waits for them, and they are published when due.
        if taken > 0, left == 0 { metrics.owe() }
        if orders { try publishMetrics() } else { try publishMetricsWhenDue() }
        try nightlyWhenDue()
        try publishMetricsWhenDue()
        return Turn(taken: taken, nextAt: [found.settlesAt, nextTryAt, metrics.owedAt].compactMap { $0 }.min())
    }
}
