private import CLinux
private import Glibc

/// One end of a socket between two of our own processes: messages of a known length, with folders lent along.
///
/// On the wire a message is its length in four bytes, the highest first, and then its bytes.
final class MessageSocket: Sendable {
    private let descriptor: Descriptor

    init(_ number: Int32) { descriptor = Descriptor(number, calls: LinuxCalls()) }

    var number: Int32 { descriptor.number }

    static func pair() throws(SystemError) -> (MessageSocket, MessageSocket) {
        var ends: [Int32] = [-1, -1]
        guard unsafe linux_socket_pair(&ends) == 0 else { throw .last }
        return (MessageSocket(ends[0]), MessageSocket(ends[1]))
    }

    /// Throws `ETIMEDOUT` once the steady clock shows `deadline`; nil waits for ever.
    func send(_ message: [UInt8], lending folders: [Folder], deadline: Int?) throws(SystemError) {
        let length = UInt32(clamping: message.count)
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + message
        var lent = folders.map { $0.descriptor.number }
        var sent = 0
        while sent < bytes.count {
            try wait(for: POLLOUT, deadline: deadline)
            let count = unsafe bytes.withUnsafeBytes { memory in
                unsafe linux_send(
                    number, memory.baseAddress?.advanced(by: sent), memory.count - sent, lent, Int32(lent.count))
            }
            if count < 0 {
                let error = SystemError.last
                if error.number == EINTR || error.number == EAGAIN { continue }
                throw error
            }
            sent += count
            lent = []
        }
    }

    /// The next message, with at most `borrowed` folders lent along; nil where the other end has closed between messages.
    ///
    /// Throws `EPROTO` where more came than that, none of which stays open.
    func receive(
        limit: Int, borrowing borrowed: Int = 0, deadline: Int?
    ) throws(SystemError) -> (bytes: [UInt8], folders: [Folder])? {
        var folders: [Folder] = []
        guard let head = try receive(count: 4, &folders, borrowed, deadline: deadline) else { return nil }
        let length = head.reduce(0) { $0 << 8 | Int($1) }
        guard length <= limit else { throw SystemError(EMSGSIZE) }
        guard let bytes = try receive(count: length, &folders, borrowed, deadline: deadline) else {
            throw SystemError(EPIPE)
        }
        return (bytes, folders)
    }

    private func receive(
        count: Int, _ folders: inout [Folder], _ borrowed: Int, deadline: Int?
    ) throws(SystemError) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var received = 0
        while received < count {
            try wait(for: POLLIN, deadline: deadline)
            var came: [Int32] = [-1, -1, -1, -1]
            var number = Int32(borrowed - folders.count)
            let more = unsafe bytes.withUnsafeMutableBytes { memory in
                unsafe linux_receive(
                    self.number, memory.baseAddress?.advanced(by: received), memory.count - received, &came, &number)
            }
            if more < 0 {
                let error = SystemError.last
                if error.number == EINTR || error.number == EAGAIN { continue }
                throw error
            }
            folders += came.prefix(Int(number)).map { Folder(path: "(lent)", number: $0, calls: LinuxCalls()) }
            guard more > 0 else {
                guard received == 0 else { throw SystemError(EPIPE) }
                return nil
            }
            received += more
        }
        return bytes
    }

    private func wait(for event: Int32, deadline: Int?) throws(SystemError) {
        guard let deadline else { return }
        while true {
            let left = deadline - MachineClock.monotonic()
            guard left > 0 else { throw SystemError(ETIMEDOUT) }
            var waited = pollfd(fd: number, events: Int16(event), revents: 0)
            let ready = unsafe poll(&waited, 1, Int32(clamping: left / 1_000_000 + 1))
            if ready > 0 { return }
            guard ready == 0 || errno == EINTR else { throw .last }
        }
    }
}
