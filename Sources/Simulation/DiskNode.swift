import Files

/// A file, a folder or a symbolic link of a simulated disk.
struct DiskNode: Sendable {
    let kind: FileStatus.Kind
    var mode: UInt32
    /// Of a file.
    var content: [UInt8] = []
    /// Of a folder.
    var entries: [FileName: Int] = [:]
    /// The folders that have a name for it, one for each name.
    var folders: [Int] = []
    var modified = 0
    var changed = 0
    /// Tells it, with all that lies in it, from others; nil until it is asked for, and then nil in every folder that it lies in.
    var sum: Int?
}
