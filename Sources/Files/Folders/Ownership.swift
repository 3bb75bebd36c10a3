private import CLinux
private import Glibc

/// To whom something belongs.
package struct Ownership: Hashable, Sendable {
    package let user: UInt32
    package let group: UInt32

    fileprivate init(_ number: Int32, _ path: String) throws(FileError) {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw FileError("Looking at", path, .system(errno)) }
        user = status.st_uid
        group = status.st_gid
    }
}

extension Folder {
    package func owner() throws(FileError) -> Ownership { try Ownership(descriptor.number, path) }
}

extension ReadableFile {
    package func owner() throws(FileError) -> Ownership { try Ownership(descriptor.number, path) }
}
