private import CLinux
private import Glibc

/// Runs another program and waits for it.
package enum ChildProcess {
    /// Runs a program with nothing but what is given here: no shell, no search path, no open file, no signal blocked.
    ///
    /// It gets a process group of its own, and at `timeout`, or with its first byte over `outputLimit` (for each of output and
    /// errors), the whole group is killed. Beyond `memoryLimit` bytes it gets no more memory. Throws where it cannot be started (`isNotFound` where it is not installed); what it
    /// returns is an outcome, not an error. Input that it does not read is dropped.
    package static func run(
        executable: String, arguments: [String] = [], environment: [String: String] = [:], input: [UInt8] = [],
        outputLimit: Int = 1_000_000, memoryLimit: Int? = nil, timeout: Duration
    ) throws(FileError) -> Outcome {
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        guard ([executable] + arguments + variables).allSatisfy({ !$0.utf8.contains(0) }) else {
            throw FileError("Starting", executable, .system(EINVAL))
        }
        let running: RunningChild
        do throws(SystemError) {
            running = try RunningChild(
                executable, [executable] + arguments, variables, input: input, outputLimit: outputLimit,
                memoryLimit: memoryLimit)
        } catch {
            throw FileError("Starting", executable, .system(error.number))
        }
        do throws(SystemError) {
            return try running.outcome(deadline: deadline(after: timeout))
        } catch {
            throw FileError("Running", executable, .system(error.number))
        }
    }

    private static func deadline(after timeout: Duration) -> Int {
        let (seconds, attoseconds) = timeout.components
        let (nanoseconds, isHuge) = Int(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let whole = isHuge ? Int.max / 2 : min(nanoseconds, Int.max / 2)
        return MachineClock.monotonic() + whole + Int(attoseconds / 1_000_000_000)
    }
}
