import Delivery
import Dossiers
package import Files
package import Settings
import Signatures

/// A site's folder and what stands in it, before anything is done there.
package struct SiteFolders {
    let root: Folder
    private let calls: any SystemCalls

    /// Throws `NoSite` where the folder is none.
    package init(opening path: String, calls: any SystemCalls = LinuxCalls()) throws {
        self.calls = calls
        do {
            root = try Folder(path: path, calls: calls)
        } catch {
            guard error.isNotFound || error.isNotFolder else { throw error }
            throw NoSite(path: path)
        }
        guard try root.status(of: "config") != nil else { throw NoSite(path: path) }
    }

    /// To whom a site's state belongs; nil where there is no such site, or it has no state yet.
    package static func stateOwner(of path: String) throws -> Ownership? {
        guard let site = try? SiteFolders(opening: path).load().site else { return nil }
        do {
            return try Folder(path: site.folders.state).owner()
        } catch {
            guard error.isNotFound else { throw error }
            return nil
        }
    }

    /// The configuration, or every mistake in it.
    package func load() -> (site: Site?, problems: [ConfigurationProblem]) {
        let (site, problems) = SiteLoader.load(root)
        let templates = site.map { LetterProblems.found(in: $0) } ?? []
        let all = problems + templates
        return (all.allSatisfy(\.isWarning) ? site : nil, all)
    }

    /// The configuration, sound; warnings are said.
    package func checkedSite(say: (LogEvent) -> Void) throws -> Site {
        let (site, problems) = load()
        guard let site else { throw ConfigurationMistakes(problems: problems) }
        for warning in problems { say(LogEvent(.configurationWarning, "\(warning)")) }
        return site
    }

    /// What keeps this machine from telling what the site asks of signatures.
    func signatureProblems(of site: Site) throws -> [ConfigurationProblem] {
        SignatureProblems(
            site: site, trust: try trust(limits: site.limits), openssl: OpenSSL.installed
        ).found
    }

    func inbox(of site: Site) throws(FileError) -> Folder {
        try Folder(path: site.folders.inbox, create: true, calls: calls)
    }

    func outbox(of site: Site) throws(FileError) -> Folder {
        try Folder(path: site.folders.outbox, create: true, calls: calls)
    }

    /// What the site asks of signatures and cannot be told here: their dossiers are held (Điều 13.7).
    func signatureStoreProblems(of site: Site) throws -> [String] {
        SignatureProblems(site: site, trust: try trust(limits: site.limits), openssl: OpenSSL.installed).unmet
    }

    /// Ours alone: it holds what people sent, and who they are.
    func state(of site: Site) throws(FileError) -> Folder {
        let state = try Folder(path: site.folders.state, create: true, mode: 0o700, calls: calls)
        try state.closeToOthers()
        return state
    }

    /// Every folder in which files are staged.
    func outboxFolders(of site: Site) -> [String] {
        Outbox.stagingFolders(agencies: site.catalogue.agencies.keys.sorted())
    }
}
