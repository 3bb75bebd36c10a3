private import CLinux
private import Glibc

/// The error number of a system call, before anybody has said on what the call was.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
    package let number: Int32

    package init(_ number: Int32) { self.number = number }

    /// The number that the last call of this thread left.
    static var last: SystemError { SystemError(errno) }

    /// The file system does not know the call at all.
    var isUnsupported: Bool { [ENOSYS, EINVAL, EOPNOTSUPP, ESPIPE].contains(number) }

    /// As the system words it, with its name: `No space left on device (ENOSPC)`.
    package var description: String {
        guard let sentence = unsafe linux_error_sentence(number), let name = unsafe linux_error_name(number) else {
            return "error \(number)"
        }
        return unsafe "\(String(cString: sentence)) (\(String(cString: name)))"
    }
}
