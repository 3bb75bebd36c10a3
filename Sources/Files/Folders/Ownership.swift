/// To whom something belongs.
package struct Ownership: Hashable, Sendable {
    package let user: UInt32
    package let group: UInt32

    package init(user: UInt32, group: UInt32) {
        self.user = user
        self.group = group
    }
}

extension Folder {
    package func owner() throws(FileError) -> Ownership { try descriptor.owner(path) }
}

extension ReadableFile {
    package func owner() throws(FileError) -> Ownership { try descriptor.owner(path) }
}
