package import Files

/// What a name in an inbox folder stands for, before anything is read.
package enum ArrivalKind: Sendable, Equatable {
    case archive, folder, form, scan
    /// Still being written, or hidden: not looked at.
    case unfinished
    /// A symbolic link, device, pipe or socket: never touched (FS1, FS3).
    case irregular

    /// Endings that writers use until a file is whole.
    private static let unfinishedEndings = ["~", ".tmp", ".part", ".filepart", ".crdownload"]

    package init(name: FileName, status: FileStatus) {
        let text = name.description.lowercased()
        if text.hasPrefix(".") || Self.unfinishedEndings.contains(where: text.hasSuffix) {
            self = .unfinished
            return
        }
        switch status.kind {
        case .folder: self = .folder
        case .regular: self = text.hasSuffix(".zip") ? .archive : text.hasSuffix(".xml") ? .form : .scan
        case .symbolicLink, .other: self = .irregular
        }
    }
}
