/// What the house is at, in the order of the way of a batch; at every moment it is at one of them.
///
/// While one batch is committed, the next is staged and another one read, so that only the time counts as reading or staging in
/// which nothing else could be done.
package enum Stage: String, CaseIterable, Sendable {
    case looking, claiming, reading, ruling, staging, syncing, committing, publishing, mailing
    /// Orders, the nightly run, the metrics, a start.
    case other
    /// Nothing is to be done.
    case idle

    /// What waits before it, for people; nil where nothing can.
    package var waiting: String? {
        switch self {
        case .looking: "not whole yet"
        case .claiming: "ready in the inbox"
        case .reading: "claimed, in the last batch"
        case .ruling: "to be tried again"
        default: nil
        }
    }
}
