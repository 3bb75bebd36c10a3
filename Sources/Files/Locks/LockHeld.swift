/// Another process holds the lock.
package struct LockHeld: Error, Equatable, Sendable, CustomStringConvertible {
    /// The lock's file.
    package let path: String
    /// Who says to hold it; nil where it has not written its number yet.
    package let process: Int?
    /// When it took the lock, in seconds since 1970; nil where it has not written it yet.
    package let since: Int?

    package var description: String {
        "\(path) is held by \(process.map { "process \($0)" } ?? "another process")."
    }
}
