/// Why a `Watcher` stopped waiting; nothing of it is set where the time ran out.
package struct Wake: Equatable, Sendable {
    /// The numbers of watched folders in which something happened: a hint to look, no more.
    package var folders: Set<Int32> = []
    /// Those of them that went, or were moved: nothing tells of their places any more.
    package var lost: Set<Int32> = []
    /// More happened than the kernel could keep: everything must be looked at.
    package var overflowed = false
    /// The signals that came.
    package var signals: [Int32] = []

    package init() {}

    /// Whether something happened in any folder.
    package var changed: Bool { overflowed || !folders.isEmpty }
}
