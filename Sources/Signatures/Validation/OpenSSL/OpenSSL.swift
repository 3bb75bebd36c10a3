import Files
private import Glibc

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

    /// The one on this machine, looked for once along `PATH`; nil where it has none.
    package static let installed: OpenSSL? = find(along: searchPath())

    /// The first one along a list of folders with colons between them; nil where none of them has one.
    package static func find(along searchPath: String) -> OpenSSL? {
        for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
            let candidate = OpenSSL(executable: "\(folder)/openssl")
            if case .ended(let outcome) = candidate.run(["version"]), outcome.isSuccess,
                outcome.output.starts(with: Array("OpenSSL ".utf8))
            {
                return candidate
            }
        }
        return nil
    }

    /// How one run ended: what it said, or why it said nothing that counts, as a stable word.
    enum Answer {
        case ended(ChildProcess.Outcome)
        case none(String)
    }

    func run(_ arguments: [String], input: [UInt8] = [], timeout: Duration = timeout) -> Answer {
        do throws(FileError) {
            let outcome = try ChildProcess.run(
                executable: executable, arguments: arguments, environment: Self.environment, input: input,
                outputLimit: Self.outputBytes, memoryLimit: Self.memoryBytes, timeout: timeout)
            if outcome.timedOut { return .none("openssl-timeout") }
            if outcome.exceededLimit || outcome.signal != 0 { return .none("openssl-failed") }
            return .ended(outcome)
        } catch {
            return .none(error.isNotFound ? "no-openssl" : "openssl-failed")
        }
    }

    private static func searchPath() -> String {
        guard let value = unsafe getenv("PATH") else { return "/usr/local/bin:/usr/bin:/bin" }
        return unsafe String(cString: value)
    }
}
