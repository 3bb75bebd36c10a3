private import CLinux
private import Glibc

/// A child of our own program that stays and is spoken to by messages over a socket; it ends when we let go of it, or end.
///
/// One message at a time: `exchange` sends one and waits for the answer. After any failure it is dead and stays so.
package final class Companion: @unchecked Sendable {
    private let child: pid_t
    private let socket: MessageSocket
    /// Closed with us, however we end; then the kernel ends the child, even in the middle of its work.
    private let lifeline: PipeEnd
    /// Touched by one thread at a time, the one that holds it.
    private var isReaped = false

    /// Starts a program with nothing open but its end of the socket, as its standard input; what it prints goes nowhere.
    package init(executable: String, arguments: [String], environment: [String: String]) throws(FileError) {
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        var started: pid_t = 0
        do throws(SystemError) {
            let (ours, theirs) = try MessageSocket.pair()
            let nowhere = try PipeEnd.nowhere()
            let pipe = try PipeEnd.pair()
            let failure = withExtendedLifetime((theirs, nowhere)) {
                unsafe CStrings([executable] + arguments).withPointers { arguments in
                    unsafe CStrings(variables).withPointers { environment in
                        unsafe linux_spawn(
                            &started, executable, arguments, environment, theirs.number, pipe.reading.number,
                            nowhere.number)
                    }
                }
            }
            guard failure == 0 else { throw SystemError(failure) }
            child = started
            socket = ours
            lifeline = pipe.writing
            guard linux_end_when_closed(pipe.reading.number, child) == 0 else { throw .last }
        } catch {
            throw FileError("Starting", executable, .system(error.number))
        }
    }

    /// Whether it has ended by itself, or somebody ended it.
    package var hasEnded: Bool { isReaped || linux_has_ended(child) != 0 }

    deinit { if !isReaped { _ = reap() } }

    /// Sends a message, with some folders lent to the child, and gives its answer of at most `limit` bytes.
    ///
    /// Throws `CompanionLost` where it died, gave no whole answer within `patience`, or one that is too long.
    ///
    /// - Parameter seconds: of processor time that it may take for this, set from here, where it cannot lift them; nil sets no bound.
    package func exchange(
        _ message: [UInt8], lending folders: [Folder] = [], limit: Int, seconds: Int? = nil, patience: Duration
    ) throws(CompanionLost) -> [UInt8] {
        guard !isReaped else { throw CompanionLost(signal: nil, wasSlow: false) }
        let deadline = MachineClock.monotonic() + Int(patience.components.seconds) * 1_000_000_000
        do throws(SystemError) {
            if let seconds, linux_limit_time(child, UInt64(seconds)) != 0 { throw .last }
            try socket.send(message, lending: folders, deadline: deadline)
            guard let answer = try socket.receive(limit: limit, deadline: deadline) else { throw SystemError(EPIPE) }
            return answer.bytes
        } catch {
            // Where it is still alive, it is we who end it.
            throw CompanionLost(signal: end(), wasSlow: error.number == ETIMEDOUT)
        }
    }

    /// Kills it where it still runs, and says which signal ended it; nil where none did.
    private func end() -> Int32? {
        guard !isReaped else { return nil }
        // One that has died by itself is given the moment to say of what.
        for _ in 0..<20 where linux_has_ended(child) == 0 { usleep(1000) }
        return reap()
    }

    private func reap() -> Int32? {
        kill(-child, SIGKILL)
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
        isReaped = true
        let signal = linux_end_signal(status)
        return signal == 0 ? nil : signal
    }
}
