private import CLinux
private import Glibc

/// Who runs this program.
package enum SystemUser {
    /// The number that files of ours get.
    package static var number: UInt32 { geteuid() }

    package static var isRoot: Bool { number == 0 }

    /// Who is at the keyboard, for the ledger: behind `sudo` its caller, else the user's own name or number.
    ///
    /// `SUDO_USER` is believed from root alone, who could be anybody anyway.
    package static func name(environment: [String: String]) -> String {
        if isRoot, let caller = environment["SUDO_USER"], !caller.isEmpty, isName(caller) { return caller }
        return name(of: getuid()) ?? "uid \(getuid())"
    }

    /// Nil where the machine has no name for the number.
    package static func name(of user: UInt32) -> String? {
        var name = [CChar](repeating: 0, count: 256)
        guard unsafe linux_user_name(user, &name, name.count) == 0 else { return nil }
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Goes on as another user, for good; only root can.
    package static func become(user: UInt32, group: UInt32) throws(FileError) {
        guard linux_become(user, group) == 0 else { throw FileError("Becoming", "user \(user)", .system(errno)) }
    }

    /// Whether this user may run the program at that path.
    package static func canExecute(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

    package static func canRead(_ path: String) -> Bool { whyUnreadable(path) == nil }

    /// Why this user may not read what lies at that path; nil where it may.
    package static func whyUnreadable(_ path: String) -> SystemError? { unsafe access(path, R_OK) == 0 ? nil : .last }

    private static func isName(_ text: String) -> Bool {
        text.utf8.count <= 64
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (97...122).contains($0 | 32) || "._-".utf8.contains($0)
            }
    }
}
