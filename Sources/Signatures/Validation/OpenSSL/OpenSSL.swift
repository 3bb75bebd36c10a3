import Files
private import Glibc
private import Synchronization

/// The `openssl` command, which verifies signature values and certificate paths.
package struct OpenSSL: Sendable {
    /// Nothing of the machine's own configuration, engines or words gets a say.
    private static let environment = ["LC_ALL": "C.UTF-8", "OPENSSL_CONF": "/dev/null", "PATH": "/usr/bin:/bin"]
    private static let timeout = Duration.seconds(20)
    /// For a question about several things, each of which can still be asked about alone.
    static let jointTimeout = Duration.seconds(5)
    private static let outputBytes = 200_000
    private static let memoryBytes = 1 << 30

    /// Where it lies.
    package let executable: String

    /// The one on this machine, looked for along `PATH` until that is certain; nil where it has none.
    package static var installed: OpenSSL? {
        known.withLock { known in
            if let known { return known }
            let (program, isCertain) = look(along: searchPath())
            if isCertain { known = .some(program) }
            return program
        }
    }
    private static let known = Mutex<OpenSSL??>(nil)

    /// The first one along a list of folders with colons between them; nil where none of them has one.
    package static func find(along searchPath: String) -> OpenSSL? { look(along: searchPath).program }

    /// One that does not answer is there all the same: what it is asked is not known then, and nobody is told that it is missing.
    static func look(along searchPath: String) -> (program: OpenSSL?, isCertain: Bool) {
        var silent: OpenSSL?
        for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
            let candidate = OpenSSL(executable: "\(folder)/openssl")
            switch candidate.run(["version"]) {
            case .ended(let outcome):
                guard outcome.isSuccess, outcome.output.starts(with: Array("OpenSSL ".utf8)) else { continue }
                return (candidate, true)
            case .none("no-openssl"): continue
            case .none: silent = silent ?? candidate
            }
        }
        return (silent, silent == nil)
    }

    /// What it says of itself, such as `OpenSSL 3.0.19 27 Jan 2026`; nil where it no longer runs.
    package var version: String? {
        guard case .ended(let outcome) = run(["version"]), outcome.isSuccess else { return nil }
        return outcome.output.split(separator: 10).first.map { String(decoding: $0, as: UTF8.self) }
    }

    /// How one run ended: what it said, or why it said nothing that counts, as a stable word.
    enum Answer {
        case ended(ChildProcess.Outcome)
        case none(String)
    }

    func run(_ arguments: [String], input: [UInt8] = [], timeout: Duration = timeout) -> Answer {
        do throws(FileError) {
            let outcome = try Shortage.overcome { () throws(FileError) in
                try ChildProcess.run(
                    executable: executable, arguments: arguments, environment: Self.environment, input: input,
                    outputLimit: Self.outputBytes, memoryLimit: Self.memoryBytes, timeout: timeout)
            }
            if outcome.timedOut { return .none("openssl-timeout") }
            if outcome.exceededLimit || outcome.signal != 0 { return .none("openssl-failed") }
            return .ended(outcome)
        } catch {
            return .none(error.isNotFound || error.isForbidden ? "no-openssl" : "openssl-failed")
        }
    }

    private static func searchPath() -> String {
        guard let value = unsafe getenv("PATH") else { return "/usr/local/bin:/usr/bin:/bin" }
        return unsafe String(cString: value)
    }
}
