import Bytes
import Documents
import Files

/// Whether a file ends as its own format says, as far as can be told while somebody may still be writing it.
struct FormatEnd: Sendable {
    let limits: Limits

    /// True for an empty file, and for one whose format shows that its end is missing.
    ///
    /// Throws the folder's own error; a file that has just vanished is not cut off.
    func isMissing(_ folder: Folder, _ name: FileName) throws -> Bool {
        do {
            let file = try folder.open(name)
            guard file.count > 0 else { return true }
            switch try ContentType.of(file) {
            case .pdf: _ = try PDFFacts(file, limits: limits)
            case .jpeg: _ = try ImageFacts(file, type: .jpeg, limits: limits)
            case .png: _ = try ImageFacts(file, type: .png, limits: limits)
            case .tiff: _ = try ImageFacts(file, type: .tiff, limits: limits)
            default: return false
            }
            return false
        } catch let error as ParseError {
            return error.code == .truncated
        } catch let error as FileError where error.isSendersFault {
            return error.isShortened
        }
    }

    /// Whether an archive's directory is still to come.
    func isMissingFromArchive(_ folder: Folder, _ name: FileName) throws -> Bool {
        do {
            return try !ZIPArchive.isWhole(folder.open(name))
        } catch let error as FileError where error.isSendersFault {
            return error.isNotFound || error.isShortened
        }
    }
}
