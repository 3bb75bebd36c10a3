private import CLinux
private import Glibc

/// A child process from its start until it was waited for; letting go of one that runs kills it.
final class RunningChild {
    private let child: pid_t
    /// Readable once the child has ended; nil on kernels that have no such thing.
    private let ending: PipeEnd?
    private var input: ChildInput
    private var output: ChildOutput
    private var errors: ChildOutput
    private var isReaped = false

    init(
        _ executable: String, _ arguments: [String], _ environment: [String], input bytes: [UInt8], outputLimit: Int,
        memoryLimit: Int? = nil
    ) throws(SystemError) {
        let (childInput, ourInput) = try PipeEnd.pair()
        let (ourOutput, childOutput) = try PipeEnd.pair()
        let (ourErrors, childErrors) = try PipeEnd.pair()
        for end in [ourInput, ourOutput, ourErrors] { try end.setNonblocking() }
        input = ChildInput(ourInput, bytes)
        output = ChildOutput(ourOutput, limit: outputLimit)
        errors = ChildOutput(ourErrors, limit: outputLimit)
        var started: pid_t = 0
        // The child's ends must live until it has them.
        let failure = withExtendedLifetime((childInput, childOutput, childErrors)) {
            unsafe CStrings(arguments).withPointers { arguments in
                unsafe CStrings(environment).withPointers { environment in
                    unsafe linux_spawn(
                        &started, executable, arguments, environment, childInput.number, childOutput.number,
                        childErrors.number)
                }
            }
        }
        guard failure == 0 else { throw SystemError(failure) }
        child = started
        // One that has ended already needs no limit.
        if let memoryLimit { _ = linux_limit_memory(started, UInt64(memoryLimit)) }
        let descriptor = linux_process_descriptor(started)
        ending = descriptor >= 0 ? PipeEnd(descriptor) : nil
    }

    deinit {
        guard !isReaped else { return }
        kill(-child, SIGKILL)
        _ = Self.reap(child)
    }

    /// Feeds and drains it until it has ended, or the steady clock shows `deadline`.
    func outcome(deadline: Int) throws(SystemError) -> ChildProcess.Outcome {
        var outcome = ChildProcess.Outcome()
        while try !hasEnded() {
            let left = deadline - MachineClock.monotonic()
            outcome.timedOut = left <= 0
            outcome.exceededLimit = output.isOverLimit || errors.isOverLimit
            if outcome.timedOut || outcome.exceededLimit {
                kill(-child, SIGKILL)
                break
            }
            try wait(nanoseconds: left)
            try input.feed()
            try output.drain()
            try errors.drain()
        }
        let status = Self.reap(child)
        isReaped = true
        // What it wrote before it ended is still in the pipes; what its own children may write later is not waited for.
        try output.drain()
        try errors.drain()
        outcome.exceededLimit = output.isOverLimit || errors.isOverLimit
        outcome.status = linux_exit_status(status)
        outcome.signal = linux_end_signal(status)
        outcome.output = output.bytes
        outcome.errors = errors.bytes
        return outcome
    }

    private func hasEnded() throws(SystemError) -> Bool {
        let answer = linux_has_ended(child)
        guard answer >= 0 else { throw .last }
        return answer == 1
    }

    /// Waits until there is something to do.
    private func wait(nanoseconds: Int) throws(SystemError) {
        var waited: [pollfd] = []
        if let end = input.end { waited.append(pollfd(fd: end.number, events: Int16(POLLOUT), revents: 0)) }
        for end in [output.end, errors.end, ending] {
            if let end { waited.append(pollfd(fd: end.number, events: Int16(POLLIN), revents: 0)) }
        }
        let milliseconds = nanoseconds / 1_000_000 + 1
        // Without a descriptor that tells of its end, look again and again.
        let patience = Int32(clamping: ending == nil ? min(milliseconds, 10) : milliseconds)
        guard unsafe poll(&waited, nfds_t(waited.count), patience) >= 0 || errno == EINTR else { throw .last }
    }

    private static func reap(_ child: pid_t) -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
