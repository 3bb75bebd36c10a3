import Bytes
import Dossiers
import Files
import Settings
import Signatures

extension SiteFolders {
    /// `config/trust/` as it lies there now; empty where there is none.
    func trust(limits: Limits) throws -> TrustStore {
        try trustFolder().map { try TrustStore.read($0, limits: limits) } ?? .empty
    }

    /// What changes when something in `config/trust/` does: each file by its path, the folders too.
    func trustMarks() throws -> [String: FileStatus] {
        guard let folder = try trustFolder() else { return [:] }
        var marks: [String: FileStatus] = [:]
        for name in try folder.entries() {
            guard let status = try folder.status(of: name) else { continue }
            marks[name.description] = status
            guard name == "intermediates", status.kind == .folder else { continue }
            let inner = try folder.folder(name)
            for name in try inner.entries() { marks["intermediates/\(name)"] = try inner.status(of: name) }
        }
        return marks
    }

    private func trustFolder() throws -> Folder? {
        var folder = root
        for name in ["config", "trust"] as [FileName] {
            guard try folder.status(of: name)?.kind == .folder else { return nil }
            folder = try folder.folder(name)
        }
        return folder
    }

    /// What it takes to judge signatures as deep as the site, or any of its procedures, asks.
    func validation(of site: Site, openssl: @escaping @Sendable () -> OpenSSL?) throws -> Validation {
        let depth: Validation.Depth =
            switch site.deepestPolicy {
            case .present, .intact: .integrity
            case .valid: .validity
            case .trusted: .trust
            }
        let trust = depth == .trust ? try trust(limits: site.limits) : .empty
        return Validation(depth: depth, trust: trust, openssl: openssl, limits: site.limits)
    }
}
