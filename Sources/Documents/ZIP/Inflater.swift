import Bytes
import CZlib

/// Unpacks raw deflate data piece by piece; the owner of its `z_stream`.
@safe struct Inflater: ~Copyable {
    private static let chunks = 1 << 12...1 << 16

    private let stream: UnsafeMutablePointer<z_stream>
    private var buffer: [UInt8]
    private(set) var isFinished = false

    /// - Parameter size: how much is said to come out; more may.
    init(expecting size: Int) throws(ParseError) {
        let chunk = min(max(size, Self.chunks.lowerBound), Self.chunks.upperBound)
        buffer = [UInt8](repeating: 0, count: chunk)
        unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw ParseError(.limits, "no memory to unpack")
        }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Unpacks `input` and hands what comes out over, never more than a chunk at a time.
    ///
    /// Throws a `ParseError` with code `malformed` where the data is none, and what `take` throws.
    mutating func inflate(_ input: [UInt8], _ take: ([UInt8]) throws -> Void) throws {
        var position = 0
        while position < input.count {
            guard !isFinished else { throw ParseError(.malformed, "bytes follow the end of packed data") }
            let (status, taken, given) = step(input, from: position)
            position += taken
            if given > 0 { try take(given == buffer.count ? buffer : Array(buffer[..<given])) }
            switch status {
            case Z_STREAM_END: isFinished = true
            case Z_OK where taken > 0 || given > 0: continue
            default: throw ParseError(.malformed, "packed data is damaged")
            }
        }
        // What is left inside when the input is used up.
        while !isFinished {
            let (status, _, given) = step([], from: 0)
            if given > 0 { try take(Array(buffer[..<given])) }
            if status == Z_STREAM_END { isFinished = true }
            if given == 0 { return }
        }
    }

    private mutating func step(_ input: [UInt8], from start: Int) -> (status: Int32, taken: Int, given: Int) {
        let count = input.count - start
        let room = buffer.count
        let stream = unsafe self.stream
        return unsafe input.withUnsafeBufferPointer { source in
            unsafe buffer.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = source.baseAddress.map {
                    unsafe UnsafeMutablePointer(mutating: $0 + start)
                }
                unsafe stream.pointee.avail_in = UInt32(count)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room)
                let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                let left = unsafe (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
                return (status, count - left.0, room - left.1)
            }
        }
    }
}
