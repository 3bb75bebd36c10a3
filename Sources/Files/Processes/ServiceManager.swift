private import CLinux
private import Glibc

/// Tells systemd how the service stands, in the words of sd_notify(3); says nothing where it was not asked to.
package struct ServiceManager: Sendable {
    private let socket: String?
    /// A sign of life is wanted at least this often, in milliseconds; nil where none is.
    package let watchdog: Int?

    /// Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID; a watchdog that is another process's is not ours.
    package init(environment: [String: String]) {
        let path = environment["NOTIFY_SOCKET"] ?? ""
        socket = path.hasPrefix("/") || path.hasPrefix("@") ? path : nil
        let isOurs = environment["WATCHDOG_PID"].map { Int32($0) == getpid() } ?? true
        watchdog = isOurs ? environment["WATCHDOG_USEC"].flatMap { Int($0) }.map { max(1, $0 / 1000) } : nil
    }

    /// Whether anybody listens.
    package var isThere: Bool { socket != nil }

    /// Sends assignments such as `READY=1`, all in one message.
    package func tell(_ assignments: [String]) throws(FileError) {
        guard let socket else { return }
        let message = Array(assignments.joined(separator: "\n").utf8)
        let result = unsafe message.withUnsafeBytes { unsafe linux_notify(socket, $0.baseAddress, $0.count) }
        guard result == 0 else { throw FileError("Telling", socket, .system(errno)) }
    }
}
