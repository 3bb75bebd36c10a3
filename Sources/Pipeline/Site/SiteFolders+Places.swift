import Dossiers
package import Files
import Settings

/// Where a site's folders stand, for all who look: none is made by looking, so that one that vanished is missed (FS11).
extension SiteFolders {
    /// Nil where it is not there.
    func inbox(of site: Site) throws(FileError) -> Folder? { try .standing(at: site.folders.inbox, calls: calls) }

    /// Nil where it is not there.
    func outbox(of site: Site) throws(FileError) -> Folder? { try .standing(at: site.folders.outbox, calls: calls) }

    /// Nil where it is not there, as before the first run.
    func state(of site: Site) throws(FileError) -> Folder? { try .standing(at: site.folders.state, calls: calls) }

    /// Where State lies, or the folder in which the first run will make it.
    func stateOrItsPlace(of site: Site) throws(FileError) -> Folder {
        try Folder.nearest(to: site.folders.state, calls: calls).folder
    }

    /// Which of `Inbox`, `Outbox` and `State` are not there.
    func missing(of site: Site) throws(FileError) -> [String] {
        var missing: [String] = []
        if try inbox(of: site) == nil { missing.append("Inbox") }
        if try outbox(of: site) == nil { missing.append("Outbox") }
        if try state(of: site) == nil { missing.append("State") }
        return missing
    }

    /// Whether hoso has run here, as far as State tells.
    func hasRun(_ site: Site) throws(FileError) -> Bool { try state(of: site)?.status(of: "ledger") != nil }

    /// To whom a site's state belongs, or, before the first run, the folder in which it will be made; nil where there is no
    /// such site.
    package static func stateOwner(of path: String, remembering memory: ConfigurationMemory) throws -> Ownership? {
        guard let folders = try? SiteFolders(opening: path),
            let site = try folders.load(remembering: memory).site ?? folders.kept(remembering: memory)?.site
        else { return nil }
        return try folders.stateOrItsPlace(of: site).owner()
    }
}

/// What a start makes of them; nobody else does.
extension SiteFolders {
    func madeInbox(of site: Site) throws(FileError) -> Folder {
        try Folder(path: site.folders.inbox, create: true, calls: calls)
    }

    func madeOutbox(of site: Site) throws(FileError) -> Folder {
        try Folder(path: site.folders.outbox, create: true, calls: calls)
    }

    /// Ours alone: it holds what people sent, and who they are.
    func madeState(of site: Site) throws(FileError) -> Folder {
        let state = try Folder(path: site.folders.state, create: true, mode: 0o700, calls: calls)
        try state.closeToOthers()
        return state
    }

    /// Throws where one of them is not there and could not be made.
    func expectToMake(foldersOf site: Site) throws(FileError) {
        for path in [site.folders.inbox, site.folders.outbox, site.folders.state] {
            try Folder.expectToMake(path, calls: calls)
        }
    }
}
