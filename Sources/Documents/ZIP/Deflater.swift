import CZlib

/// Packs bytes as raw deflate data in one go.
enum Deflater {
    /// Level 6; the same bytes always give the same.
    static func deflate(_ input: [UInt8]) -> [UInt8] {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        defer { unsafe stream.deallocate() }
        let ready = unsafe deflateInit2_(
            stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(ready == Z_OK, "zlib has memory to pack with")
        defer { unsafe deflateEnd(stream) }
        let room = unsafe Int(deflateBound(stream, uLong(input.count)))
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { target, count in
            unsafe input.withUnsafeBufferPointer { source in
                unsafe stream.pointee.next_in = source.baseAddress.map { unsafe UnsafeMutablePointer(mutating: $0) }
                unsafe stream.pointee.avail_in = UInt32(source.count)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room)
                let status = unsafe CZlib.deflate(stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "the bound that zlib gave is enough")
            }
            count = unsafe room - Int(stream.pointee.avail_out)
        }
    }
}
