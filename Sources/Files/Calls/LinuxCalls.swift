private import CLinux
private import Glibc

/// The calls as Linux has them; an interrupted one is made again, here and nowhere else.
package struct LinuxCalls: SystemCalls {
    package init() {}

    package func openFolder(path: String) throws(SystemError) -> Int32 {
        try retrying { unsafe linux_open_folder_path(path) }
    }

    package func openFolder(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int32 {
        try retrying { unsafe name.lent { unsafe linux_open_folder(folder, $0) } }
    }

    package func reopenFolder(_ folder: Int32) throws(SystemError) -> Int32 {
        try retrying { linux_reopen_folder(folder) }
    }

    package func openForReading(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int32 {
        try retrying { unsafe name.lent { unsafe linux_open_reading(folder, $0) } }
    }

    package func openForWriting(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) -> Int32 {
        try retrying { unsafe name.lent { unsafe linux_open_writing(folder, $0, mode) } }
    }

    package func create(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) -> Int32 {
        try retrying { unsafe name.lent { unsafe linux_create(folder, $0, mode) } }
    }

    package func makeFolder(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) {
        _ = try retrying { unsafe name.lent { unsafe mkdirat(folder, $0, mode) } }
    }

    package func close(_ descriptor: Int32) throws(SystemError) {
        // Linux has closed the descriptor even where it says EINTR: closing again could close somebody else's.
        guard Glibc.close(descriptor) == 0 || errno == EINTR else { throw .last }
    }

    package func rename(
        _ from: Int32, _ name: FileName, to: Int32, _ newName: FileName, replacing: Bool
    ) throws(SystemError) {
        guard !replacing else {
            _ = try retrying { unsafe lent(name, newName) { unsafe renameat(from, $0, to, $1) } }
            return
        }
        do throws(SystemError) {
            _ = try retrying { unsafe lent(name, newName) { unsafe linux_rename_new(from, $0, to, $1) } }
        } catch  where error.number == EINVAL {
            // Some network file systems do not know NOREPLACE.
            try renameByLink(from, name, to: to, newName)
        }
    }

    package func setMode(_ folder: Int32, _ mode: UInt32) throws(SystemError) {
        _ = try retrying { fchmod(folder, mode) }
    }

    package func link(_ from: Int32, _ name: FileName, to: Int32, _ newName: FileName) throws(SystemError) {
        _ = try retrying { unsafe lent(name, newName) { unsafe linkat(from, $0, to, $1, 0) } }
    }

    package func remove(_ folder: Int32, _ name: FileName) throws(SystemError) {
        _ = try retrying { unsafe name.lent { unsafe unlinkat(folder, $0, 0) } }
    }

    package func removeFolder(_ folder: Int32, _ name: FileName) throws(SystemError) {
        _ = try retrying { unsafe name.lent { unsafe linux_remove_folder(folder, $0) } }
    }

    package func lock(_ file: Int32) throws(SystemError) -> Bool {
        do throws(SystemError) {
            _ = try retrying { linux_lock(file) }
            return true
        } catch  where error.number == EWOULDBLOCK {
            return false
        }
    }

    package func hasWriter(_ file: Int32) -> Bool? {
        if linux_try_read_lease(file) == 0 { return false }
        // Any other error means no lease to be had: not our file, or a file system without them.
        guard errno == EAGAIN else { return nil }
        // A network file system says the same where its server has lent it nothing.
        let type = try? fileSystemType(file)
        return type.map(NetworkFileSystems.types.contains) == false ? true : nil
    }

    package func mayWrite(_ folder: Int32) -> Bool {
        // What else is wrong with it whoever writes will be told.
        unsafe faccessat(folder, ".", W_OK | X_OK, AT_EACCESS) == 0 || errno != EACCES && errno != EROFS
    }

    /// A rename that replaces nothing, in two steps: after a crash between them the file has both names.
    private func renameByLink(
        _ from: Int32, _ name: FileName, to: Int32, _ newName: FileName
    ) throws(SystemError) {
        guard try status(from, name).kind != .folder else {
            // A folder cannot be linked; but it replaces nothing more than an empty folder.
            _ = try retrying { unsafe lent(name, newName) { unsafe renameat(from, $0, to, $1) } }
            return
        }
        try link(from, name, to: to, newName)
        try remove(from, name)
    }

    @unsafe private func lent(
        _ name: FileName, _ newName: FileName, _ call: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
    ) -> Int32 {
        unsafe name.lent { first in unsafe newName.lent { second in unsafe call(first, second) } }
    }

    /// Makes the call until it is not interrupted.
    func retrying<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
        while true {
            let result = call()
            if result >= 0 { return result }
            let error = SystemError.last
            guard error.number == EINTR else { throw error }
        }
    }
}

extension FileName {
    /// Lends the bytes as C wants them, for the time of a call.
    @unsafe func lent<Result>(_ call: (UnsafePointer<CChar>) -> Result) -> Result {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { memory in
            for index in bytes.indices {
                unsafe memory.initializeElement(at: index, to: CChar(bitPattern: bytes[index]))
            }
            unsafe memory.initializeElement(at: bytes.count, to: 0)
            guard let start = memory.baseAddress else { preconditionFailure("there is room for the end at least") }
            return unsafe call(UnsafePointer(start))
        }
    }
}
