private import CLinux
private import Glibc

/// What a child is still to be given.
struct ChildInput {
    /// Nil once everything was given, or the child wants no more.
    private(set) var end: PipeEnd?
    private let bytes: [UInt8]
    private var given = 0

    init(_ end: PipeEnd, _ bytes: [UInt8]) {
        self.end = bytes.isEmpty ? nil : end
        self.bytes = bytes
    }

    /// Gives as much as the pipe takes.
    mutating func feed() throws(SystemError) {
        while let open = end {
            let count = unsafe bytes.withUnsafeBytes { memory in
                unsafe linux_write_pipe(open.number, memory.baseAddress?.advanced(by: given), memory.count - given)
            }
            if count < 0 {
                let error = SystemError.last
                if error.number == EINTR { continue }
                if error.number == EAGAIN { return }
                // A program need not read what it is given.
                guard error.number == EPIPE else { throw error }
                end = nil
                return
            }
            given += count
            if given == bytes.count { end = nil }
        }
    }
}
