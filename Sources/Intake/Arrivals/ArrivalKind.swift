package import Files

/// What a name in an inbox folder stands for, before anything is read.
package enum ArrivalKind: Sendable, Equatable {
    case archive, folder, form, scan
    /// Still being written, or hidden: not looked at.
    case unfinished
    /// A symbolic link, device, pipe or socket, or a file with more names than one: never touched (FS1, FS3).
    case irregular

    /// Endings that writers use until a file is whole.
    private static let unfinishedEndings = ["~", ".tmp", ".part", ".filepart", ".crdownload"].map { Array($0.utf8) }
    private static let archiveEnding = Array(".zip".utf8)
    private static let formEnding = Array(".xml".utf8)

    /// - Parameter isOurs: whether it was claimed and read: then a second name is one that we gave it.
    package init(name: FileName, status: FileStatus, isOurs: Bool = false) {
        if Self.isUnfinished(name) {
            self = .unfinished
            return
        }
        switch status.kind {
        case .folder: self = .folder
        // A file of two names may be somebody else's, or be changed under the other (FS1); it is looked at once it has one.
        case .regular where status.links != 1 && !isOurs: self = .irregular
        case .regular:
            self = name.ends(in: Self.archiveEnding) ? .archive : name.ends(in: Self.formEnding) ? .form : .scan
        case .symbolicLink, .other: self = .irregular
        }
    }

    /// Whether a name says by itself that it is still being written, or hidden.
    static func isUnfinished(_ name: FileName) -> Bool {
        name.bytes.first == UInt8(ascii: ".") || unfinishedEndings.contains(where: name.ends(in:))
    }
}
