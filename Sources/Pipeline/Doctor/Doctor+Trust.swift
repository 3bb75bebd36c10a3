import Dossiers
import Settings
import Signatures

/// Certificates and revocation lists in `config/trust/`, as those who judge signatures read them.
extension Doctor {
    /// Every anchor, every certificate between, and every revocation list in date.
    func trust() throws -> [Diagnosis] {
        let store = try folders.trust(limits: site.limits)
        let isAsked = site.deepestPolicy >= .trusted
        var found = store.problems.map {
            Diagnosis.warning(
                "trust", "config/trust/\($0.file) cannot be used: \($0.message)",
                do: "Replace it by the authority's present certificate or list.")
        }
        found += Set(store.anchors + store.intermediates).flatMap { outOfDate($0, in: store) }
        found += Set(store.revocationLists).flatMap { outOfDate($0, in: store) }
        found.sort { $0.text < $1.text }
        if store.anchors.isEmpty {
            guard isAsked else { return found.isEmpty ? [.ok("trust", "no anchors, and none are asked for")] : found }
            found.append(
                .failure(
                    "trust", "config/trust holds no certificate, but require=\"trusted\" needs one",
                    do: "Put the authorities' certificates there as *.pem."))
        } else if isAsked, store.revocationLists.isEmpty {
            found.append(
                .failure(
                    "trust", "config/trust holds no revocation list, but require=\"trusted\" needs one",
                    do: "Put the authorities' lists there as *.crl; a timer should fetch them daily."))
        }
        guard found.isEmpty else { return found }
        return [.ok("trust", "\(Self.counts(of: store)), all in date")]
    }

    /// Each said of each file that holds it.
    private func outOfDate(_ certificate: Certificate, in store: TrustStore) -> [Diagnosis] {
        let fault: String
        if certificate.notAfter < now.seconds {
            fault = "expired at \(moment(certificate.notAfter))"
        } else if certificate.notBefore > now.seconds {
            fault = "holds only from \(moment(certificate.notBefore)) on"
        } else {
            return []
        }
        return Set(store.files[certificate.digest] ?? []).map {
            .warning(
                "trust", "config/trust/\($0): the certificate of \(certificate.subject.text) \(fault)",
                do: "Replace it by the authority's present certificate.")
        }
    }

    private func outOfDate(_ list: RevocationList, in store: TrustStore) -> [Diagnosis] {
        let fault: String
        if list.thisUpdate > now.seconds {
            fault = "holds only from \(moment(list.thisUpdate)) on"
        } else if let next = list.nextUpdate {
            guard next < now.seconds else { return [] }
            fault = "was to be renewed by \(moment(next)): who was revoked since is not known"
        } else {
            fault = "does not say when it is to be renewed: nobody can tell whether it is too old"
        }
        return Set(store.files[list.digest] ?? []).map {
            .warning(
                "trust", "config/trust/\($0): the list of \(list.issuer.text) \(fault)",
                do: "Fetch the authority's present list; a timer should do it daily.")
        }
    }

    private func moment(_ seconds: Int) -> Moment { Moment(seconds: seconds, offset: site.offset) }

    private static func counts(of store: TrustStore) -> String {
        let anchors = store.anchors.count == 1 ? "1 anchor" : "\(store.anchors.count) anchors"
        let lists =
            store.revocationLists.count == 1
            ? "1 revocation list" : "\(store.revocationLists.count) revocation lists"
        return "\(anchors), \(store.intermediates.count) below them, \(lists)"
    }
}
