/// Something odd about a message that took its effect all the same; staff are told.
package enum Remark: String, Sendable, Codable, CaseIterable {
    /// Cash at the counter for a dossier of level 4 (Điều 7.2b).
    case paidAtCounter = "paid-at-counter"
    /// The fee went to the account of an agency that led the dossier before, as an earlier letter had told.
    case paidToFormerAgency = "paid-to-former-agency"
    /// The fee went to an account that an earlier letter gave and that the agency which leads publishes no more.
    case paidToFormerAccount = "paid-to-former-account"
    /// The result was collected before the fee that was due with it was recorded (Điều 16.3).
    case collectedUnpaid = "collected-unpaid"
    /// A scan without a form came for a dossier that waits for papers, and goes on waiting.
    case scanAlone = "scan-alone"
    /// A scan without a form came for a dossier that waits for no paper.
    case scanNotAwaited = "scan-not-awaited"
    /// A scan without a form came that nobody can use: it cannot be opened, is cut off, or of another type.
    case scanFaulty = "scan-faulty"
    /// A postal copy came of which not every paper counts.
    case copyNotCounted = "copy-not-counted"
    /// Certified copies came of papers that are still to come online: they count once these are there.
    case copyAside = "copy-aside"
    /// Files came that the message does not name, and nobody looked at them (Điều 7.1a).
    case unlistedFile = "unlisted-file"
    /// A postal copy came for a dossier that waits for a supplement, and mends nothing of what it waits for.
    case copyNotAsked = "copy-not-asked"
    /// A time of the sender's own lies in the future.
    case futureTime = "future-time"
    /// A file that the form names and that did not come with it lies in the unmatched tray. Ledgers of before say so; now
    /// `mayLieUnmatched` tells which.
    case scanUnmatched = "scan-unmatched"
}
