private import Bytes
private import Glibc

/// The proof that this process, and no other, works on a site; given back when it is let go or the process ends, however it ends.
package final class SiteLock: Sendable {
    private let file: Descriptor

    /// Takes the lock of a file in the folder, which is made where it is absent, and writes who holds it there.
    ///
    /// Throws `LockHeld` where another has it, and a `FileError` where the file cannot be used. The file stays when the lock is
    /// given back: removing it would let two processes each lock a file of that name.
    package init(folder: Folder, name: FileName) throws {
        let number = try folder.attempt("Opening", name) { () throws(SystemError) in
            try folder.calls.openForWriting(folder.descriptor.number, name, mode: 0o644)
        }
        file = Descriptor(number, calls: folder.calls)
        let status = try folder.regularStatus(of: number, "Locking", name)
        let isTaken = try folder.attempt("Locking", name) { () throws(SystemError) in
            try folder.calls.lock(number)
        }
        guard isTaken else {
            let text = try folder.attempt("Reading", name) { () throws(SystemError) in
                try folder.calls.read(number, at: 0, count: 200)
            }
            throw Self.holder(text, path: folder.path(of: name))
        }
        // Somebody may have removed the file between opening and locking: then this lock keeps nobody out.
        guard let named = try folder.status(of: name), named.isSameFile(as: status) else {
            throw FileError("Locking", folder.path(of: name), .system(ESTALE))
        }
        let text = Array("\(getpid()) \(MachineClock.realtime().seconds)\n".utf8)
        try folder.attempt("Writing", name) { () throws(SystemError) in
            try folder.calls.truncate(number, to: 0)
            _ = try folder.calls.write(number, text.span, at: 0)
        }
    }

    /// Who holds the lock now, by the kernel's own list (`/proc/locks`), so that asking keeps nobody out; nil where nobody does.
    package static func holder(folder: Folder, name: FileName) throws(FileError) -> LockHeld? {
        let file = try folder.open(name)
        let proc = try Folder(path: "/proc")
        guard try proc.status(of: "locks") != nil else { return nil }
        let locks = try proc.readGrowing("locks", limit: 10_000_000)
        let isHeld = KernelLocks(locks).hold(inode: file.opened.inode, on: KernelDevice(of: file))
        guard isHeld else { return nil }
        return holder(try file.readAll(), path: folder.path(of: name))
    }

    private static func holder(_ text: [UInt8], path: String) -> LockHeld {
        let words = text.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        return LockHeld(path: path, process: words.first ?? nil, since: words.count > 1 ? words[1] : nil)
    }
}
