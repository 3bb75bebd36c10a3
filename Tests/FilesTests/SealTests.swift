import Files
import Glibc
import Testing

@Suite("A seal")
struct SealTests {
    @Test("What is sealed holds off no signal, lifts no bound, and keeps the pipe by which it ends with its house")
    func binds() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let holds = try Seal.close(reading: [], memory: 0)
            var action = sigaction()
            var signals = sigset_t()
            var bound = rlimit()
            let isFree = unsafe [
                sigaction(SIGXCPU, &action, nil), sigprocmask(SIG_BLOCK, &signals, nil), close(1),
                fcntl(0, F_SETFL, 0), fcntl(0, F_SETOWN, getpid()), setrlimit(__rlimit_resource_t(0), &bound),
                kill(getppid(), 0),
            ].contains(0)
            let isWhole = unsafe getrlimit(__rlimit_resource_t(0), &bound) == 0 && fcntl(0, F_GETFL) >= 0
            // A kernel without seccomp lets it do some of this, and it says so.
            _exit(!holds.house || !isFree && isWhole ? 7 : 1)
        }
    }
}
