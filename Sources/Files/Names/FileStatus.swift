/// What the file system says of a name or an open file.
package struct FileStatus: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case regular, folder, symbolicLink
        /// A FIFO, socket or device.
        case other

        /// With its article, for a sentence.
        package var phrase: String {
            switch self {
            case .regular: "a regular file"
            case .folder: "a folder"
            case .symbolicLink: "a symbolic link"
            case .other: "a pipe, socket or device"
            }
        }
    }

    package let kind: Kind
    /// In bytes.
    package let size: Int
    /// When the contents last changed, as writers claim: nanoseconds since 1970, at most what `Int` holds.
    package let modified: Int
    /// When anything of it last changed, by the machine's clock: nanoseconds since 1970.
    package let changed: Int
    package let inode: UInt64
    package let device: UInt64
    /// How many names it has; more than one for a regular file means that somebody else may still hold it.
    package let links: Int
    /// Permission bits, with set-user-id, set-group-id and sticky.
    package let mode: UInt32

    package init(
        kind: Kind, size: Int, modified: Int, changed: Int, inode: UInt64, device: UInt64, links: Int, mode: UInt32
    ) {
        self.kind = kind
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
        self.device = device
        self.links = links
        self.mode = mode
    }

    /// Whether both tell of one and the same file, whatever has happened to it in between.
    package func isSameFile(as other: FileStatus) -> Bool { inode == other.inode && device == other.device }
}
