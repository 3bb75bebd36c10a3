import Files
import Glibc
import Synchronization

/// The real disk with faults: syncs that fail, a disk that is full after some bytes, writes and reads cut short.
final class FaultyCalls: SystemCalls {
    struct Faults: Sendable {
        /// The error of the next sync; the one after it succeeds, as the kernel's would.
        var nextSync: Int32?
        var read: Int32?
        /// How many more bytes the disk takes before it is full.
        var room = Int.max
        /// At most so many bytes at a time.
        var atMost = Int.max
        var syncs = 0
        var writes = 0
    }

    private let faults: Mutex<Faults>
    private let real = LinuxCalls()

    init(_ faults: Faults = Faults()) { self.faults = Mutex(faults) }

    func set(_ change: (inout sending Faults) -> Void) { faults.withLock { change(&$0) } }
    var seen: Faults { faults.withLock { $0 } }

    func sync(_ descriptor: Int32) throws(SystemError) {
        let fault = faults.withLock { faults in
            faults.syncs += 1
            defer { faults.nextSync = nil }
            return faults.nextSync
        }
        if let fault { throw SystemError(fault) }
        try real.sync(descriptor)
    }

    func syncContents(_ file: Int32) throws(SystemError) { try sync(file) }

    func write(_ file: Int32, _ bytes: Span<UInt8>, at offset: Int) throws(SystemError) -> Int {
        let wanted = bytes.count
        let count = faults.withLock { faults in
            faults.writes += 1
            let count = min(wanted, faults.room, faults.atMost)
            faults.room -= count
            return count
        }
        guard count > 0 else { throw SystemError(ENOSPC) }
        return try real.write(file, bytes.extracting(0..<count), at: offset)
    }

    func read(_ file: Int32, at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        let (fault, most) = faults.withLock { ($0.read, $0.atMost) }
        if let fault { throw SystemError(fault) }
        return try real.read(file, at: offset, count: min(count, most))
    }

    func openFolder(path: String) throws(SystemError) -> Int32 { try real.openFolder(path: path) }
    func reopenFolder(_ folder: Int32) throws(SystemError) -> Int32 { try real.reopenFolder(folder) }
    func openFolder(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int32 {
        try real.openFolder(folder, name)
    }
    func openForReading(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int32 {
        try real.openForReading(folder, name)
    }
    func openForWriting(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) -> Int32 {
        try real.openForWriting(folder, name, mode: mode)
    }
    func create(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) -> Int32 {
        try real.create(folder, name, mode: mode)
    }
    func makeFolder(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) {
        try real.makeFolder(folder, name, mode: mode)
    }
    func close(_ descriptor: Int32) throws(SystemError) { try real.close(descriptor) }
    func status(_ folder: Int32, _ name: FileName) throws(SystemError) -> FileStatus { try real.status(folder, name) }
    func status(_ descriptor: Int32) throws(SystemError) -> FileStatus { try real.status(descriptor) }
    func owner(_ descriptor: Int32) throws(SystemError) -> Ownership { try real.owner(descriptor) }
    func nextEntries(_ folder: Int32, room: Int) throws(SystemError) -> [ArraySlice<UInt8>]? {
        try real.nextEntries(folder, room: room)
    }
    func space(_ descriptor: Int32) throws(SystemError) -> (freeBytes: Int, freeInodes: Int) {
        try real.space(descriptor)
    }
    func fileSystemType(_ descriptor: Int32) throws(SystemError) -> UInt32 { try real.fileSystemType(descriptor) }
    func truncate(_ file: Int32, to count: Int) throws(SystemError) { try real.truncate(file, to: count) }
    func startWriteback(_ file: Int32, at offset: Int, count: Int) throws(SystemError) {
        try real.startWriteback(file, at: offset, count: count)
    }
    func rename(
        _ from: Int32, _ name: FileName, to: Int32, _ newName: FileName, replacing: Bool
    ) throws(SystemError) {
        try real.rename(from, name, to: to, newName, replacing: replacing)
    }
    func link(_ from: Int32, _ name: FileName, to: Int32, _ newName: FileName) throws(SystemError) {
        try real.link(from, name, to: to, newName)
    }
    func remove(_ folder: Int32, _ name: FileName) throws(SystemError) { try real.remove(folder, name) }
    func removeFolder(_ folder: Int32, _ name: FileName) throws(SystemError) { try real.removeFolder(folder, name) }
    func lock(_ file: Int32) throws(SystemError) -> Bool { try real.lock(file) }
    func hasWriter(_ file: Int32) -> Bool? { real.hasWriter(file) }
}
