import Files
import Intake

/// What waits in a folder: how much, and for how long the first of it.
package struct Queue: Sendable, Equatable {
    /// Such as `Inbox/online` or `State/quarantine`.
    package let folder: String
    package let count: Int
    /// Since when the oldest has lain there, in seconds since 1970 by the file system; nil where nothing lies there.
    package let oldest: Int?

    init(_ folder: String, _ backlog: Backlog) {
        self.folder = folder
        count = backlog.count
        oldest = backlog.oldest.map { $0 / 1_000_000_000 }
    }

    /// Looks into a folder below `root`; one that is not there holds nothing.
    init(_ folder: String, _ root: Folder, _ path: [FileName]) throws {
        self.folder = folder
        var here = root
        for step in path {
            guard try here.status(of: step) != nil else {
                count = 0
                oldest = nil
                return
            }
            here = try here.folder(step)
        }
        var count = 0
        var oldest: Int?
        try here.forEachEntry { name in
            guard name.bytes.first != UInt8(ascii: "."), let status = try here.status(of: name) else { return true }
            count += 1
            oldest = min(oldest ?? .max, status.changed / 1_000_000_000)
            return true
        }
        self.count = count
        self.oldest = oldest
    }

    /// Seconds that the oldest has waited at `now`; 0 where nothing waits.
    package func age(at now: Int) -> Int { oldest.map { max(0, now - $0) } ?? 0 }
}
