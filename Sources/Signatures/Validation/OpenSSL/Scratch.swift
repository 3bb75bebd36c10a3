import Files
private import Glibc
private import Synchronization

/// A folder of our own for files that `openssl` reads, open to nobody else, and gone with the last that holds it.
final class Scratch: Sendable {
    private let parent: Folder
    private let name: FileName
    private let folder: Folder
    private let path: String
    /// Tells other runs that this one lives.
    private let lock: SiteLock
    private let next = Mutex(0)

    /// Made below `TMPDIR`, or `/tmp`, under a name that nobody can guess; what ended runs left there goes.
    init(below: String = temporaryPath()) throws {
        let random = String(UInt64.random(in: 0...UInt64.max), radix: 36)
        parent = try Folder(path: below)
        Self.sweep(parent)
        name = FileName.literal("hoso-\(getpid())-\(random)")
        folder = try parent.folder(name, create: true, mode: 0o700)
        path = "\(below)/\(name)"
        do {
            lock = try SiteLock(folder: folder, name: Self.lockName)
        } catch {
            try parent.removeTree(name)
            throw error
        }
    }

    deinit {
        do throws(FileError) {
            try parent.removeTree(name)
        } catch {
            // Nobody is left to be told; what lies there is public keys and certificates.
        }
    }

    /// Writes files for as long as `body` runs, and lends their paths; nil where they cannot be written.
    func lend<Result>(_ files: [[UInt8]], _ body: ([String]) -> Result) -> Result? {
        let first = next.withLock { next in
            defer { next += files.count }
            return next
        }
        var written: [FileName] = []
        defer {
            for name in written {
                do throws(FileError) {
                    try folder.remove(name)
                } catch {
                    // It goes with the folder.
                }
            }
        }
        for (index, bytes) in files.enumerated() {
            let name = FileName.literal("\(first + index)")
            do throws(FileError) {
                written.append(name)
                try write(bytes, name)
            } catch {
                return nil
            }
        }
        return body(written.map { "\(path)/\($0)" })
    }

    /// Writes a file that stays as long as the folder, and gives its path; nil where it cannot be written.
    func keep(_ bytes: [UInt8]) -> String? {
        let number = next.withLock { next in
            defer { next += 1 }
            return next
        }
        let name = FileName.literal("\(number)")
        do throws(FileError) {
            try write(bytes, name)
            return "\(path)/\(name)"
        } catch {
            return nil
        }
    }

    private func write(_ bytes: [UInt8], _ name: FileName) throws(FileError) {
        var file = try folder.create(name, mode: 0o600)
        try file.write(bytes)
        try file.close()
    }

    private static let lockName = FileName.literal("lock")
    /// A folder is made before it is locked: one that is younger may be about to be, in seconds.
    private static let leastAge = 3600

    /// Removes the folders of runs that were killed before they could: ours, old, and locked by nobody.
    private static func sweep(_ parent: Folder) {
        let old = (MachineClock.realtime().seconds - leastAge) * 1_000_000_000
        do {
            try parent.forEachEntry { name in
                if isScratch(name) { removeIfLeft(name, in: parent, before: old) }
                return true
            }
        } catch {
            // It will be looked through again by the next run.
        }
    }

    private static func removeIfLeft(_ name: FileName, in parent: Folder, before old: Int) {
        do {
            guard let status = try parent.status(of: name), status.kind == .folder, status.modified < old else {
                return
            }
            let folder = try parent.folder(name)
            // Without a lock it may be one that a program of before, which made none, still lives in.
            guard try folder.owner().user == SystemUser.number, try folder.status(of: lockName) != nil else { return }
            let lock = try SiteLock(folder: folder, name: lockName)
            try withExtendedLifetime(lock) { try parent.removeTree(name) }
        } catch {
            // Somebody lives in it, or removes it too.
        }
    }

    /// Whether the name is one that `init` gives: `hoso-712-3w5e11264sgsf`.
    private static func isScratch(_ name: FileName) -> Bool {
        let parts = name.description.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "hoso" && Int(parts[1]) != nil && UInt64(parts[2], radix: 36) != nil
    }

    private static func temporaryPath() -> String {
        guard let value = unsafe getenv("TMPDIR") else { return "/tmp" }
        let path = unsafe String(cString: value)
        return path.hasPrefix("/") ? path : "/tmp"
    }
}
