import Files

/// How lines of the log are written.
enum LogFormat: String, CaseIterable {
    /// With the time, for a terminal or a file.
    case plain
    /// With sd-daemon's priorities (`<6>`), for journald, which keeps the time itself.
    case journal
    /// An object a line.
    case json

    /// journald says in JOURNAL_STREAM which stream it reads, by device and inode; anything else is plain (systemd.exec(5)).
    static func detected(_ environment: [String: String]) -> LogFormat {
        guard let stream = environment["JOURNAL_STREAM"], stream == StandardDescriptors.identity(of: 2) else {
            return .plain
        }
        return .journal
    }
}
