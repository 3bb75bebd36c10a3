private import CLinux
private import Glibc

/// One end of a socket between two of our own processes: messages of a known length, with folders lent along.
///
/// On the wire a message is its length in four bytes, the highest first, and then its bytes.
final class MessageSocket: Sendable {
    /// The bytes of a message's length.
    private static let head = 4
    /// Room for a message that is no larger than most, and for what comes at once of a large one: a socket holds little more.
    private static let (usual, most) = (16_384, 65_536)

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
        guard UInt32(exactly: message.count) != nil else { throw SystemError(EMSGSIZE) }
        var lent = folders.map { $0.descriptor.number }
        var sent = 0
        while sent < Self.head + message.count {
            let count = unsafe message.withUnsafeBytes { memory in
                unsafe linux_send(
                    number, memory.baseAddress, memory.count, sent, lent, Int32(lent.count), deadline == nil ? 1 : 0)
            }
            if count < 0 {
                let error = SystemError.last
                guard error.number == EINTR || error.number == EAGAIN else { throw error }
                try wait(for: POLLOUT, deadline: deadline)
                continue
            }
            sent += count
            lent = []
        }
    }

    /// The next message, with at most `borrowed` folders lent along; nil where the other end has closed between messages.
    ///
    /// Throws `EPROTO` where more came than that, none of which stays open, or more than one message, or what is no part of one;
    /// `ETIMEDOUT` once the steady clock shows `deadline`; nil waits for ever.
    func receive(
        limit: Int, borrowing borrowed: Int = 0, deadline: Int?
    ) throws(SystemError) -> (bytes: [UInt8], folders: [Folder])? {
        var folders: [Folder] = []
        // Nearly all come whole at once.
        var bytes = try receive(most: Self.usual, &folders, borrowed, deadline: deadline)
        guard !bytes.isEmpty else { return nil }
        try receive(until: Self.head, &bytes, &folders, borrowed, deadline: deadline)
        let length = bytes[..<Self.head].reduce(0) { $0 << 8 | Int($1) }
        guard length <= limit else { throw SystemError(EMSGSIZE) }
        try receive(until: Self.head + length, &bytes, &folders, borrowed, deadline: deadline)
        guard bytes.count == Self.head + length else { throw SystemError(EPROTO) }
        bytes.removeFirst(Self.head)
        return (bytes, folders)
    }

    /// Adds to the bytes until there are at least `count`.
    private func receive(
        until count: Int, _ bytes: inout [UInt8], _ folders: inout [Folder], _ borrowed: Int, deadline: Int?
    ) throws(SystemError) {
        bytes.reserveCapacity(count)
        while bytes.count < count {
            let more = try receive(most: min(count - bytes.count, Self.most), &folders, borrowed, deadline: deadline)
            guard !more.isEmpty else { throw SystemError(EPIPE) }
            bytes += more
        }
    }

    /// What has come, at least a byte; empty at the end.
    private func receive(
        most count: Int, _ folders: inout [Folder], _ borrowed: Int, deadline: Int?
    ) throws(SystemError) -> [UInt8] {
        while true {
            try wait(for: POLLIN, deadline: deadline)
            var came: [Int32] = [-1, -1, -1, -1]
            var number = Int32(borrowed - folders.count)
            var failure: SystemError?
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { memory, filled in
                let received = unsafe linux_receive(
                    self.number, memory.baseAddress, count, &came, &number, deadline == nil ? 1 : 0)
                failure = received < 0 ? .last : nil
                filled = max(received, 0)
            }
            if let failure {
                if failure.number == EINTR { continue }
                // Something came, but beside the stream: waiting for what is none of it would never end.
                throw failure.number == EAGAIN ? SystemError(EPROTO) : failure
            }
            folders += came.prefix(Int(number)).map { Folder(path: "(lent)", number: $0, calls: LinuxCalls()) }
            return bytes
        }
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
