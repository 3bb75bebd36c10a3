import Bytes
import Dossiers
import Files
import Settings
import Signatures

extension SiteFolders {
    /// `config/trust/` as it lies there now; empty where there is none.
    func trust(limits: Limits) throws -> TrustStore {
        let folders: [FileName] = ["config", "trust"]
        var folder = root
        for name in folders {
            guard try folder.status(of: name)?.kind == .folder else { return .empty }
            folder = try folder.folder(name)
        }
        return try TrustStore.read(folder, limits: limits)
    }

    /// What it takes to judge signatures as deep as the site, or any of its procedures, asks.
    func validation(of site: Site, openssl: OpenSSL?) throws -> Validation {
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
