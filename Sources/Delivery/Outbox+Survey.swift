package import Dossiers
import Files

/// What lies in the outbox, as a start finds it.
extension Outbox {
    /// What an earlier run left in the outbox.
    package struct Survey: Sendable {
        /// The claims that hidden files were left for.
        package var hidden: Set<String> = []
        /// The last event that a letter tells of; 0 where there are no letters.
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
        for path in paths {
            guard let folder = try folders.existing(path) else { continue }
            try folder.forEachEntry { name in
                if let claim = HiddenName.claim(of: name) { survey.hidden.insert(claim) }
                // What an agency lays into its own folder is none of our letters.
                if Self.letterFolders.contains(path) {
                    survey.lastTold = max(survey.lastTold, Self.eventNumber(ofLetter: name) ?? 0)
                }
                if let code = OutboxName.code(in: name, of: path) { survey.see(code) }
                return true
            }
        }
        return survey
    }

    /// The codes in the names of files and folders that are our own, since others may drop some there.
    package func ownCodes(below paths: [String]) throws -> Set<DossierCode> {
        let owner = try folders.root.owner().user
        var codes: Set<DossierCode> = []
        for path in paths {
            guard let folder = try folders.existing(path) else { continue }
            for name in try folder.entries() {
                guard let code = OutboxName.code(in: name, of: path), !codes.contains(code) else { continue }
                if try self.owner(of: name, in: folder) == owner { codes.insert(code) }
            }
        }
        return codes
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

    /// A letter's name ends in the number of the event that it tells of.
    private static func eventNumber(ofLetter name: FileName) -> Int? {
        guard name.suffix == "eml", let stem = name.stem, !stem.hasPrefix("."), let dash = stem.lastIndex(of: "-")
        else {
            return nil
        }
        return Int(stem[stem.index(after: dash)...])
    }

    private static let letterFolders: Set = ["notices", "incidents"]
}
