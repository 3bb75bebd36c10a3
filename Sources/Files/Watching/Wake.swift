/// Why a `Watcher` stopped waiting; nothing of it is set where the time ran out.
package struct Wake: Equatable, Sendable {
    /// Something happened in a watched folder: a hint to look, no more.
    package var changed = false
    /// More happened than the kernel could keep: everything must be looked at.
    package var overflowed = false
    /// The signals that came.
    package var signals: [Int32] = []

    package init() {}
}
