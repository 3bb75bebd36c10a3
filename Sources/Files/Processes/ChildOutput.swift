private import Glibc

/// What a child has said so far, to one of its two outputs.
struct ChildOutput {
    /// Nil once the child has closed its end.
    private(set) var end: PipeEnd?
    private(set) var bytes: [UInt8] = []
    private(set) var isOverLimit = false
    private let limit: Int

    init(_ end: PipeEnd, limit: Int) {
        self.end = end
        self.limit = limit
    }

    /// Takes what is in the pipe, and keeps of it what is within the limit.
    mutating func drain() throws(SystemError) {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while let open = end, !isOverLimit {
            let count = unsafe read(open.number, &buffer, buffer.count)
            if count < 0 {
                let error = SystemError.last
                if error.number == EINTR { continue }
                if error.number == EAGAIN { return }
                throw error
            }
            guard count > 0 else {
                end = nil
                return
            }
            let room = limit - bytes.count
            isOverLimit = count > room
            bytes += buffer[..<min(count, room)]
        }
    }
}
