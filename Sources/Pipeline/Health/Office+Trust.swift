import Dossiers
import Files
import Settings
import Signatures

/// Anchors and revocation lists are renewed while hoso runs: the next batch is judged by those that lie in `config/trust/` then.
extension Office {
    /// Reads `config/trust/` again once a change there has settled.
    func watchTrust() throws {
        guard site.deepestPolicy == .trusted else { return }
        do {
            guard trustWatch.hasSettled(try house.trustMarks(), steady: machine.monotonic()) else { return }
        } catch let error as FileError where error.isNotFound {
            // Taken away while we looked: the next look sees what came of it.
            return
        }
        let validation = try house.validation(of: site, openssl: openssl)
        reader.judge(by: validation)
        let trust = validation.trust
        say(
            LogEvent(
                .reloading,
                "config/trust/ has changed: \(trust.anchors.count) anchors and \(trust.revocationLists.count) revocation lists are in force now"
            ))
        let problems = SignatureProblems(site: site, trust: trust, openssl: openssl())
        for warning in problems.found { say(LogEvent(.configurationWarning, "\(warning)")) }
        try watchSignatureStore(problems.unmet)
    }
}
