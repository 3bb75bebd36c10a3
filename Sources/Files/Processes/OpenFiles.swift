private import CLinux

/// What this process may have open at once.
package enum OpenFiles {
    /// How many files, sockets and folders together; a thousand where the system does not say.
    package static var most: Int {
        let most = linux_most_open_files()
        return most > 0 ? Int(most) : 1024
    }
}
