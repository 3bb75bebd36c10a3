private import CLinux
private import Glibc

/// Standard input, output and errors: descriptors 0, 1 and 2.
package enum StandardDescriptors {
    /// Opens `/dev/null` for whichever of them is closed, before anything else is opened.
    ///
    /// Else the first file that the program opens would get that number, and what is printed would be written into it.
    package static func fill() throws(FileError) {
        guard linux_fill_standard_descriptors() == 0 else {
            throw FileError("Opening", "/dev/null", .system(SystemError.last.number))
        }
    }

    /// The device and inode that a descriptor leads to, as `JOURNAL_STREAM` names them; nil where it is closed.
    package static func identity(of number: Int32) -> String? {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { return nil }
        return "\(status.st_dev):\(status.st_ino)"
    }

    /// Writes all of it, waiting for a reader that is slow.
    package static func write(_ bytes: [UInt8], to number: Int32) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Whoever started us may have left it so.
                var waited = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&waited, 1, -1)
            } else if errno != EINTR {
                throw FileError("Writing", name(of: number), .system(errno))
            }
        }
    }

    private static func name(of number: Int32) -> String { number == 2 ? "standard error" : "standard output" }
}
