import Bytes
import Files

extension OpenSSL {
    /// The files of a trust store, as `openssl` reads them.
    struct TrustFiles: Sendable {
        let anchors: String
        let intermediates: [UInt8]
        /// Nil where there is no list.
        let revocationLists: String?

        init?(_ trust: TrustStore, in scratch: Scratch) {
            func armour(_ certificates: [Certificate]) -> [UInt8] {
                certificates.flatMap { PEM.encode($0.der, label: "CERTIFICATE") }
            }
            guard let anchors = scratch.keep(armour(trust.anchors)) else { return nil }
            self.anchors = anchors
            intermediates = armour(trust.intermediates)
            guard !trust.revocationLists.isEmpty else {
                revocationLists = nil
                return
            }
            let lists = trust.revocationLists.flatMap { PEM.encode($0.der, label: "X509 CRL") }
            guard let path = scratch.keep(lists) else { return nil }
            revocationLists = path
        }
    }

    enum PathResult {
        case answered(PathAnswer)
        case none(String)
    }

    /// Looks for a path from a certificate to an anchor that holds at one moment, in seconds since 1970 UTC.
    ///
    /// - Parameter checksRevocation: whether every certificate on the path must be on no list, and have one.
    func path(
        of certificate: Certificate, others: [Certificate], trust: TrustFiles, at moment: Int, checksRevocation: Bool,
        in scratch: Scratch
    ) -> PathResult {
        let helpers = trust.intermediates + others.flatMap { PEM.encode($0.der, label: "CERTIFICATE") }
        let files = [PEM.encode(certificate.der, label: "CERTIFICATE"), helpers]
        return scratch.lend(files) { paths in
            var arguments = [
                "verify", "-no-CApath", "-no-CAstore", "-CAfile", trust.anchors, "-partial_chain",
                "-auth_level", "2", "-verify_depth", "8", "-attime", String(max(0, moment)), "-purpose", "any",
                "-show_chain",
            ]
            if !helpers.isEmpty { arguments += ["-untrusted", paths[1]] }
            if checksRevocation, let lists = trust.revocationLists {
                arguments += ["-CRLfile", lists, "-crl_check_all"]
            }
            switch run(arguments + [paths[0]]) {
            case .none(let reason): return .none(reason)
            case .ended(let outcome):
                let answer = PathAnswer(output: outcome.output, errors: outcome.errors, path: paths[0])
                guard outcome.isSuccess == answer.isPassed, answer.isPassed || !answer.problems.isEmpty else {
                    return .none("openssl-failed")
                }
                return .answered(answer)
            }
        } ?? .none("no-scratch-folder")
    }
}
