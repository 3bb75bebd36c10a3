package import Files

/// A file of the archive that is to have a second name in a dossier's folder, so that nothing is copied.
package struct StagedLink: Sendable {
    let home: Folder
    let name: FileName
    let target: Folder
    let newName: FileName

    /// Gives it the name; both last once what is entered in `unsynced` was synced.
    package func make(_ unsynced: Unsynced) throws(FileError) {
        try home.link(name, to: target, as: newName)
        try unsynced.insert(file: target.open(newName))
        unsynced.insert(target)
    }
}
