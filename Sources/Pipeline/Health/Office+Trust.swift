import Dossiers
import Files
import Settings
import Signatures

/// Anchors and revocation lists are renewed while hoso runs: the next batch is judged by those that lie in `config/trust/` then.
extension Office {
    /// Nobody has written there for so long, in nanoseconds: a list that is half copied takes nothing from the old one.
    private static let quiet = 2_000_000_000

    /// Reads `config/trust/` again where something in it has changed.
    func watchTrust() throws {
        guard site.deepestPolicy == .trusted else { return }
        let marks = try house.trustMarks()
        let time = machine.realtime()
        let newest = marks.values.map(\.changed).max() ?? 0
        guard marks != trustMarks, time.seconds * 1_000_000_000 + time.nanoseconds - newest >= Self.quiet else {
            return
        }
        trustMarks = marks
        let validation = try house.validation(of: site, openssl: openssl)
        reader.judge(by: validation)
        let trust = validation.trust
        say(
            LogEvent(
                .reloading,
                "config/trust/ has changed: \(trust.anchors.count) anchors and \(trust.revocationLists.count) revocation lists are in force now"
            ))
        let problems = SignatureProblems(site: site, trust: trust, openssl: openssl)
        for warning in problems.found { say(LogEvent(.configurationWarning, "\(warning)")) }
        try watchSignatureStore(problems.unmet)
    }
}
