import Bytes
import CZlib

/// Unpacks zlib data up to a limit; the owner of its `z_stream`.
@safe struct PDFInflater: ~Copyable {
    private static let chunk = 65_536

    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    init() {
        unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        isReady = unsafe inflateInit2_(stream, 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { unsafe inflateEnd(stream) }
        unsafe stream.deallocate()
    }

    /// Gives what could be unpacked: damaged data ends where the damage begins, as readers take it.
    ///
    /// Throws `bomb` where more than `limit` bytes would come out.
    consuming func unpack(_ input: [UInt8], limit: Int) throws(ParseError) -> [UInt8] {
        guard isReady, !input.isEmpty else { return [] }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: Self.chunk)
        var consumed = 0
        while true {
            let (status, taken, given) = step(input, from: consumed, into: &buffer)
            consumed += taken
            output.append(contentsOf: buffer[..<given])
            guard output.count <= limit else {
                throw ParseError(.bomb, "at most \(limit) bytes in a packed stream expected, more found")
            }
            if status != Z_OK || taken == 0 && given == 0 { return output }
        }
    }

    private func step(_ input: [UInt8], from start: Int, into buffer: inout [UInt8]) -> (
        status: Int32, taken: Int, given: Int
    ) {
        let count = min(input.count - start, Int(Int32.max))
        let room = buffer.count
        return unsafe input.withUnsafeBufferPointer { source in
            unsafe buffer.withUnsafeMutableBufferPointer { target in
                guard let base = source.baseAddress else { return (Z_STREAM_END, 0, 0) }
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: base + start)
                unsafe stream.pointee.avail_in = UInt32(count)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room)
                let status = unsafe inflate(stream, Z_NO_FLUSH)
                let left = unsafe (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
                return (status, count - left.0, room - left.1)
            }
        }
    }
}
