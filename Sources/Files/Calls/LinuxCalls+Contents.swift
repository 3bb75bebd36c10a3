private import CLinux
private import Glibc

extension LinuxCalls {
    package func read(_ file: Int32, at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(SystemError) {
                filled = try retrying { unsafe pread(file, buffer.baseAddress, count, offset) }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    package func write(_ file: Int32, _ bytes: Span<UInt8>, at offset: Int) throws(SystemError) -> Int {
        try unsafe bytes.withUnsafeBufferPointer { buffer throws(SystemError) in
            try retrying { unsafe pwrite(file, buffer.baseAddress, buffer.count, offset) }
        }
    }

    package func truncate(_ file: Int32, to count: Int) throws(SystemError) {
        _ = try retrying { ftruncate(file, count) }
    }

    package func startWriteback(_ file: Int32, at offset: Int, count: Int) throws(SystemError) {
        _ = try retrying { linux_start_writeback(file, offset, count) }
    }

    // A sync is never made again, not even an interrupted one: the kernel reports each lost page to one call only, so that a
    // second call may succeed without anything being on the disk.

    package func sync(_ descriptor: Int32) throws(SystemError) {
        guard fsync(descriptor) == 0 else { throw .last }
    }

    package func syncContents(_ file: Int32) throws(SystemError) {
        guard fdatasync(file) == 0 else { throw .last }
    }
}
