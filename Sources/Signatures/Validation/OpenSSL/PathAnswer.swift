/// What `openssl verify` said of one certificate.
struct PathAnswer: Sendable, Equatable {
    struct Problem: Sendable, Equatable {
        /// As of `X509_V_ERR_…`.
        let code: Int
        /// 0 for the certificate itself, 1 for its issuer, and so on.
        let depth: Int
    }

    let isPassed: Bool
    /// In the order in which they were found; a later one may hide behind an earlier one.
    let problems: [Problem]
    /// How many certificates the path had, where it was shown.
    let length: Int

    /// Reads what was said of the file at `path`, in whose name the sender had no part.
    init(output: [UInt8], errors: [UInt8], path: String) {
        let said = Self.lines(output)
        isPassed = said.contains("\(path): OK")
        length = said.count { $0.hasPrefix("depth=") }
        problems = Self.lines(errors).compactMap { line in
            let words = line.split(separator: " ")
            guard words.count >= 6, words[0] == "error", words[2] == "at", words[4] == "depth", words[5] == "lookup:",
                let code = Int(words[1]), let depth = Int(words[3])
            else { return nil }
            return Problem(code: code, depth: depth)
        }
    }

    /// What is wrong whatever revocation lists say.
    var fatal: Problem? { problems.first { !$0.isAboutRevocationList } }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension PathAnswer.Problem {
    /// Whether it says that a revocation list is missing, too old, too new, or none that can be used.
    var isAboutRevocationList: Bool { Self.revocationLists.contains(code) }

    /// The stable word for it.
    var reason: String {
        switch code {
        case 2, 19, 20, 21, 27: "unknown-issuer"
        case 18: "self-signed"
        case 10: "expired"
        case 9: "not-yet-valid"
        case 23: "revoked"
        case 3, 33: "revocation-list-missing"
        case 12: "revocation-list-outdated"
        case 11: "revocation-list-not-yet-valid"
        case _ where isAboutRevocationList: "revocation-list-unusable"
        case 7: "issuer-did-not-sign"
        case 24, 25, 26, 32, 79: "wrong-key-usage"
        case 66, 67: "weak-key-in-path"
        case 68: "weak-digest-in-path"
        case 22: "path-too-long"
        default: "path-broken"
        }
    }

    /// Codes 3–44 of OpenSSL's `x509_vfy.h` that are about lists.
    private static let revocationLists: Set<Int> = [3, 5, 8, 11, 12, 15, 16, 33, 35, 36, 44, 54]
}
