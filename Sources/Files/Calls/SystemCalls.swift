/// Every call by which `Folder` and the files in it read or change the disk.
///
/// `LinuxCalls` is the real one; a test puts a failing or a simulated disk behind the same functions. Folders and files are
/// descriptors, and names are single steps within a folder, so that no implementation ever sees a path out of data.
package protocol SystemCalls: Sendable {
    /// Opens a folder by a path of the configuration, through symbolic links.
    func openFolder(path: String) throws(SystemError) -> Int32
    /// Opens a folder once more, to be listed from its first name on.
    func reopenFolder(_ folder: Int32) throws(SystemError) -> Int32
    /// Opens a folder in a folder, never through a symbolic link.
    func openFolder(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int32
    /// Opens whatever stands there for reading, without waiting and never through a symbolic link.
    func openForReading(_ folder: Int32, _ name: FileName) throws(SystemError) -> Int32
    /// Opens a file for reading and writing, made where it is absent.
    func openForWriting(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) -> Int32
    /// Makes a file that must not be there yet, for writing.
    func create(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError) -> Int32
    func makeFolder(_ folder: Int32, _ name: FileName, mode: UInt32) throws(SystemError)
    func close(_ descriptor: Int32) throws(SystemError)

    /// What a name stands for, itself and not what it links to.
    func status(_ folder: Int32, _ name: FileName) throws(SystemError) -> FileStatus
    func status(_ descriptor: Int32) throws(SystemError) -> FileStatus
    func owner(_ descriptor: Int32) throws(SystemError) -> Ownership
    /// The bytes of the next names of a folder, as many as come at once and in no order; nil at the end.
    ///
    /// Each can be a `FileName`; not made into one here, since a full folder is listed far more often than it changes.
    ///
    /// - Parameter room: for what the system says of names at once, in bytes; with too little for the next it is EINVAL.
    func nextEntries(_ folder: Int32, room: Int) throws(SystemError) -> [ArraySlice<UInt8>]?
    /// Free for us, in bytes and in files; `Int.max` where the file system does not count.
    func space(_ descriptor: Int32) throws(SystemError) -> (freeBytes: Int, freeInodes: Int)
    /// The file system's magic number, of `statfs`.
    func fileSystemType(_ descriptor: Int32) throws(SystemError) -> UInt32

    /// Reads at most `count` bytes; fewer, and none at the end of the file.
    func read(_ file: Int32, at offset: Int, count: Int) throws(SystemError) -> [UInt8]
    /// Writes some of the bytes, at least one, and says how many.
    func write(_ file: Int32, _ bytes: Span<UInt8>, at offset: Int) throws(SystemError) -> Int
    func truncate(_ file: Int32, to count: Int) throws(SystemError)
    /// Begins to write a range to the disk, and waits for nothing.
    func startWriteback(_ file: Int32, at offset: Int, count: Int) throws(SystemError)
    /// Waits until everything of the file or folder is on the disk.
    func sync(_ descriptor: Int32) throws(SystemError)
    /// Waits until the contents and the size are on the disk.
    func syncContents(_ file: Int32) throws(SystemError)

    func rename(_ from: Int32, _ name: FileName, to: Int32, _ newName: FileName, replacing: Bool) throws(SystemError)
    func link(_ from: Int32, _ name: FileName, to: Int32, _ newName: FileName) throws(SystemError)
    func remove(_ folder: Int32, _ name: FileName) throws(SystemError)
    func removeFolder(_ folder: Int32, _ name: FileName) throws(SystemError)

    /// Gives a folder of ours other permission bits; a simulated disk, which has none, does nothing.
    func setMode(_ folder: Int32, _ mode: UInt32) throws(SystemError)

    /// Takes the file's lock for as long as it is open; false where somebody else holds it.
    func lock(_ file: Int32) throws(SystemError) -> Bool
    /// Whether anybody has the file open for writing; nil where the file system cannot say.
    func hasWriter(_ file: Int32) -> Bool?
    /// Whether names may be made in a folder, as far as rights and the way it is mounted tell.
    func mayWrite(_ folder: Int32) -> Bool
}

extension SystemCalls {
    package func setMode(_ folder: Int32, _ mode: UInt32) throws(SystemError) {}
    package func mayWrite(_ folder: Int32) -> Bool { true }
}
