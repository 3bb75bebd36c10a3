/// The disk, or what lies on it, did not do what we asked: our own failure, but where a sender may have brought it about, which
/// whoever reads an arrival asks of it.
package struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Why it failed.
    package enum Reason: Equatable, Sendable {
        /// The system said no, with this error number.
        case system(Int32)
        /// Something else stands where a regular file was expected.
        case notRegular(FileStatus.Kind)
        /// Something else stands where a folder was expected.
        case notFolder(FileStatus.Kind)
        /// There are more bytes than the caller would take.
        case tooLarge(size: Int, limit: Int)
        /// The file has become shorter while it was read.
        case shortened(expected: Int, found: Int)
        /// The disk did not take what was written; what has reached it since the sync before is not known.
        case syncFailed(Int32)
        /// A sync failed earlier, so that what was written since the one before may be lost; nothing more is done here.
        case unsynced(Int32)
        /// Folders lie within folders beyond what we go into.
        case tooDeep(limit: Int)
        /// A path of the configuration has a step that is no name.
        case notAName
    }

    /// What was tried, as the beginning of a sentence: `Opening`, `Syncing`.
    package let call: String
    /// On what: a path for people to read, in which every name from outside is escaped.
    package let path: String
    package let reason: Reason

    package init(_ call: String, _ path: String, _ reason: Reason) {
        self.call = call
        self.path = path
        self.reason = reason
    }

    /// The system's error number; nil where the refusal was ours.
    package var number: Int32? {
        switch reason {
        case .system(let number), .syncFailed(let number), .unsynced(let number): number
        default: nil
        }
    }

    package var description: String {
        switch reason {
        case .system(let number), .syncFailed(let number):
            "\(call) \(path) failed: \(SystemError(number))."
        case .notRegular(let kind):
            "\(call) \(path) was refused: it is \(kind.phrase), not a regular file."
        case .notFolder(.symbolicLink):
            "\(call) \(path) was refused: it is a symbolic link, which hoso does not follow."
        case .notFolder(let kind):
            "\(call) \(path) was refused: it is \(kind.phrase), not a folder."
        case .tooLarge(let size, let limit):
            "\(call) \(path) was refused: it has \(size) bytes, and at most \(limit) are taken."
        case .shortened(let expected, let found):
            "\(call) \(path) failed: \(expected) bytes were expected and \(found) found; it was shortened meanwhile."
        case .unsynced(let number):
            "\(call) \(path) was refused: an earlier sync of it failed (\(SystemError(number))), so what was written may be lost."
        case .tooDeep(let limit):
            "\(call) \(path) was refused: folders lie deeper than \(limit) levels in it."
        case .notAName:
            "\(call) \(path) was refused: a step of it is not the name of a file."
        }
    }
}
