import Bytes
import Files

extension Folder {
    /// Opens a file that has this name and no other: what a sender linked here may be somebody else's (FS1).
    ///
    /// Asked of the file that is open, so that no swap comes between. Throws a `ParseError` where it has other names.
    ///
    /// - Parameter alone: false for a file that was read before, whose second name is one that we gave it.
    func open(_ name: FileName, alone: Bool) throws -> ReadableFile {
        let file = try open(name)
        guard !alone || file.opened.links == 1 else {
            throw ParseError(.layout, "«\(name)» has \(file.opened.links) names: a file of its own expected")
        }
        return file
    }
}
