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
        let helpers = trust.helpers(with: others)
        return scratch.lend([helpers, PEM.encode(certificate.der, label: "CERTIFICATE")]) { paths in
            let options = trust.options(
                helpers: helpers.isEmpty ? nil : paths[0], at: moment, checksRevocation: checksRevocation)
            switch run(options + [paths[1]]) {
            case .none(let reason): return .none(reason)
            case .ended(let outcome):
                let answer = PathAnswer(output: outcome.output, errors: outcome.errors, path: paths[1])
                guard outcome.isSuccess == answer.isPassed, answer.isPassed || !answer.problems.isEmpty else {
                    return .none("openssl-failed")
                }
                return .answered(answer)
            }
        } ?? .none("no-scratch-folder")
    }

    /// The same of several certificates at once.
    ///
    /// Each is looked at by itself: none of them helps to build the path of another.
    func paths(
        of certificates: [Certificate], others: [Certificate], trust: TrustFiles, at moment: Int,
        checksRevocation: Bool, in scratch: Scratch
    ) -> JointAnswer {
        let helpers = trust.helpers(with: others)
        let files = [helpers] + certificates.map { PEM.encode($0.der, label: "CERTIFICATE") }
        return scratch.lend(files) { paths in
            let options = trust.options(
                helpers: helpers.isEmpty ? nil : paths[0], at: moment, checksRevocation: checksRevocation)
            let asked = Array(paths.dropFirst())
            guard case .ended(let outcome) = run(options + asked, timeout: Self.jointTimeout) else { return nil }
            return JointAnswer(
                isSuccess: outcome.isSuccess, output: outcome.output, errors: outcome.errors, paths: asked)
        }.flatMap(\.self) ?? .none(of: certificates.count)
    }
}

extension OpenSSL.TrustFiles {
    /// What may help to build a path, as `openssl` reads it.
    fileprivate func helpers(with others: [Certificate]) -> [UInt8] {
        intermediates + others.flatMap { PEM.encode($0.der, label: "CERTIFICATE") }
    }

    fileprivate func options(helpers: String?, at moment: Int, checksRevocation: Bool) -> [String] {
        var options = [
            "verify", "-no-CApath", "-no-CAstore", "-CAfile", anchors, "-partial_chain", "-auth_level", "2",
            "-verify_depth", "8", "-attime", String(max(0, moment)), "-purpose", "any",
            "-show_chain",
        ]
        if let helpers { options += ["-untrusted", helpers] }
        if checksRevocation, let revocationLists { options += ["-CRLfile", revocationLists, "-crl_check_all"] }
        return options
    }
}
