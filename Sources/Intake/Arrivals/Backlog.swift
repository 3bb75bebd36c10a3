/// What lies in an inbox folder, but for hidden names.
package struct Backlog: Sendable, Equatable {
    package private(set) var count = 0
    /// Since when the oldest has lain there, in nanoseconds of the file system's clock; nil where nothing lies there.
    package private(set) var oldest: Int?

    mutating func add(since: Int) {
        count += 1
        oldest = min(oldest ?? since, since)
    }

    mutating func take(_ number: Int) {
        count = max(0, count - number)
        if count == 0 { oldest = nil }
    }
}
