private import CLinux
private import Glibc

extension LinuxCalls {
    package func status(_ folder: Int32, _ name: FileName) throws(SystemError) -> FileStatus {
        var status = stat()
        _ = try retrying { unsafe name.lent { unsafe linux_status(folder, $0, &status) } }
        return FileStatus(status)
    }

    package func status(_ descriptor: Int32) throws(SystemError) -> FileStatus {
        var status = stat()
        _ = try retrying { unsafe fstat(descriptor, &status) }
        return FileStatus(status)
    }

    package func owner(_ descriptor: Int32) throws(SystemError) -> Ownership {
        var status = stat()
        _ = try retrying { unsafe fstat(descriptor, &status) }
        return Ownership(user: status.st_uid, group: status.st_gid)
    }

    package func space(_ descriptor: Int32) throws(SystemError) -> (freeBytes: Int, freeInodes: Int) {
        var system = statvfs()
        _ = try retrying { unsafe fstatvfs(descriptor, &system) }
        let (bytes, isHuge) = UInt64(system.f_bavail).multipliedReportingOverflow(by: UInt64(system.f_frsize))
        // File systems that make inodes as they need them say that they have none at all.
        let inodes = system.f_files == 0 ? UInt64.max : UInt64(system.f_favail)
        return (isHuge ? .max : Int(clamping: bytes), Int(clamping: inodes))
    }

    package func fileSystemType(_ descriptor: Int32) throws(SystemError) -> UInt32 {
        var type: UInt32 = 0
        _ = try retrying { unsafe linux_file_system_type(descriptor, &type) }
        return type
    }

    package func nextEntries(_ folder: Int32, room: Int) throws(SystemError) -> [ArraySlice<UInt8>]? {
        var failure: SystemError?
        let buffer = unsafe [UInt8](unsafeUninitializedCapacity: room) { memory, count in
            do throws(SystemError) {
                count = try retrying { unsafe linux_read_entries(folder, memory.baseAddress, memory.count) }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        let count = buffer.count
        guard count > 0 else { return nil }
        var names: [ArraySlice<UInt8>] = []
        names.reserveCapacity(count / 24)
        var start = 0
        // struct linux_dirent64: inode 8 bytes, offset 8, length of the record 2, type 1, name up to a NUL.
        while start + 19 <= count {
            let length = Int(buffer[start + 16]) | Int(buffer[start + 17]) << 8
            guard length > 19, start + length <= count else { throw SystemError(EIO) }
            var end = start + 19
            while end < start + length, buffer[end] != 0 { end += 1 }
            let name = buffer[start + 19..<end]
            // `.` and `..` cannot be names.
            if FileName.isName(name) { names.append(name) }
            start += length
        }
        return names
    }
}

extension FileStatus {
    fileprivate init(_ status: stat) {
        let kind: Kind =
            linux_is_regular(status.st_mode) != 0
            ? .regular
            : linux_is_folder(status.st_mode) != 0
                ? .folder : linux_is_symbolic_link(status.st_mode) != 0 ? .symbolicLink : .other
        self.init(
            kind: kind, size: Int(status.st_size), modified: Self.nanoseconds(status.st_mtim),
            changed: Self.nanoseconds(status.st_ctim), inode: UInt64(status.st_ino), device: UInt64(status.st_dev),
            links: Int(clamping: status.st_nlink), mode: status.st_mode & 0o7777)
    }

    /// Anybody may set any time on a file of his own; one that `Int` cannot hold becomes the last that it can (FS9).
    private static func nanoseconds(_ time: timespec) -> Int {
        let (whole, isHuge) = time.tv_sec.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, isMore) = whole.addingReportingOverflow(time.tv_nsec)
        return isHuge || isMore ? (time.tv_sec < 0 ? .min : .max) : sum
    }
}
