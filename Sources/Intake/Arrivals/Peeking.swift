package import Files

/// Looks into things that lie in an inbox, as far as it takes to know whether they are whole and whose turn it is.
///
/// What is looked into came from outside, so that this may happen in another process than the one that asks. Nothing is thrown
/// because of what a sender wrote: what cannot be read needs nothing and is whole, and taking it in says what is wrong.
package protocol Peeking: Sendable {
    /// The files that a form names and does not carry inside, and whether the form itself is all there.
    func needs(_ folder: Folder, _ form: FileName) throws -> NeededFiles
    /// Whether a file's own format says that its end is still to come.
    func isMissingItsEnd(_ folder: Folder, _ file: FileName) throws -> Bool
    /// Whether an archive's directory is still to come.
    func isMissingFromArchive(_ folder: Folder, _ archive: FileName) throws -> Bool
    /// The account that each form, archive or folder names as its submitter's; nil where none does.
    func senders(_ folder: Folder, _ names: [FileName]) throws -> [String?]
}

extension Peeking {
    /// Shorter than the form declares, or without its format's own end.
    func isShort(_ folder: Folder, _ name: FileName, size: Int?, need: FormNeed) throws -> Bool {
        if let size, let declared = need.size, size < declared { return true }
        return try isMissingItsEnd(folder, name)
    }
}
