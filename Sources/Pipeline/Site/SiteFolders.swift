import Delivery
import Dossiers
package import Files
package import Settings
import Signatures

/// A site's folder and what stands in it, before anything is done there.
package struct SiteFolders {
    let root: Folder
    let calls: any SystemCalls

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

    /// The configuration, or every mistake in it.
    package func load(remembering memory: ConfigurationMemory = ConfigurationMemory()) -> Configuration {
        memory.read(ConfigurationFiles(in: root), path: root.path)
    }

    /// The configuration, sound; warnings are said.
    func sound(
        remembering memory: ConfigurationMemory = ConfigurationMemory(), say: (LogEvent) -> Void = { _ in }
    ) throws -> (site: Site, letters: Letters, files: ConfigurationFiles) {
        let read = load(remembering: memory)
        guard let site = read.site, let letters = read.letters else {
            throw ConfigurationMistakes(problems: read.problems)
        }
        for warning in read.problems { say(LogEvent(.configurationWarning, "\(warning)")) }
        return (site, letters, read.files)
    }

    /// What the configuration says, sound.
    package func checkedSite() throws -> Site { try sound().site }

    /// What keeps this machine from telling what the site asks of signatures.
    func signatureProblems(of site: Site, openssl: OpenSSL? = .installed) throws -> SignatureProblems {
        SignatureProblems(site: site, trust: try trust(limits: site.limits), openssl: openssl)
    }

    /// Every folder in which files are staged.
    func outboxFolders(of site: Site) -> [String] {
        Outbox.stagingFolders(agencies: site.catalogue.agencies.keys.sorted())
    }
}
