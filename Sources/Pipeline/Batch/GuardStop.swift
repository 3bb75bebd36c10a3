/// The run stopped before it refused or quarantined more than `<guard>` lets it.
package struct GuardStop: Error, CustomStringConvertible {
    /// How many it would have turned away, and of how many; nil where an earlier run stopped.
    let turnedAway: Int?
    let seen: Int?

    package var description: String {
        let what =
            if let turnedAway, let seen {
                "intake stopped: of \(seen) packages \(turnedAway) would be refused or quarantined"
            } else {
                "intake is stopped since an earlier run would have refused or quarantined too much"
            }
        return what + "; nothing of that was committed, and it goes back into the inbox. Look for the cause in config/,"
            + " and run again once it is mended there, or after «hoso incident acknowledge guard»; where it is meant so,"
            + " with --yes-really"
    }
}
