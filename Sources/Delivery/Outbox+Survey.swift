package import Dossiers
import Files
import Publications

/// What lies in the outbox, as a start finds it.
extension Outbox {
    /// What an earlier run left in the outbox.
    package struct Survey: Sendable {
        /// The claims that hidden files were left for.
        package var hidden: Set<String> = []
        /// The last event that a letter of ours tells of; 0 where there are no letters.
        package var lastTold = 0
        /// The highest number of each agency and day that is in a name, whoever gave it.
        package var numbers: [AgencyCode: [Day: Int]] = [:]

        fileprivate mutating func see(_ code: DossierCode) {
            let known = numbers[code.agency]?[code.day] ?? 0
            numbers[code.agency, default: [:]][code.day] = max(known, code.number)
        }
    }

    /// Looks through the folders in which files are staged.
    package func survey(below paths: [String]) throws -> Survey {
        var survey = Survey()
        let owners = try owners()
        for path in paths {
            guard let folder = try folders.existing(path) else { continue }
            try folder.forEachEntry { name in
                if let claim = HiddenName.claim(of: name) { survey.hidden.insert(claim) }
                // What an agency lays into its own folder is none of our letters, nor what somebody else lays among them.
                if Self.letterFolders.contains(path), let letter = LetterName(name.bytes),
                    letter.eventNumber > survey.lastTold, try isOwned(name, in: folder, by: owners)
                {
                    survey.lastTold = letter.eventNumber
                }
                if let code = OutboxName.code(in: name, of: path) { survey.see(code) }
                return true
            }
        }
        return survey
    }

    /// The codes in the names of files and folders that are our own, since others may drop some there.
    package func ownCodes(below paths: [String]) throws -> Set<DossierCode> {
        let owners = try owners()
        var codes: Set<DossierCode> = []
        for path in paths {
            guard let folder = try folders.existing(path) else { continue }
            for name in try folder.entries() {
                guard let code = OutboxName.code(in: name, of: path), !codes.contains(code) else { continue }
                if try isOwned(name, in: folder, by: owners) { codes.insert(code) }
            }
        }
        return codes
    }

    /// Whose files pass for our own: the outbox's owner's, this user's, and root's, who could be anybody anyway.
    private func owners() throws(FileError) -> Set<UInt32> { [try folders.root.owner().user, SystemUser.number, 0] }

    private func isOwned(_ name: FileName, in folder: Folder, by owners: Set<UInt32>) throws(FileError) -> Bool {
        try owner(of: name, in: folder).map(owners.contains) ?? false
    }

    /// Nil of what is no file or folder, or kept from us, which is none of ours.
    private func owner(of name: FileName, in folder: Folder) throws(FileError) -> UInt32? {
        do throws(FileError) {
            switch try folder.status(of: name)?.kind {
            case .folder: return try folder.folder(name).owner().user
            case .regular: return try folder.open(name).owner().user
            case .symbolicLink, .other, nil: return nil
            }
        } catch  where error.isForbidden || error.isNotFound || error.isNotFolder || error.isNotRegular {
            return nil
        }
    }

    private static let letterFolders: Set = ["notices", "incidents"]
}
