import Bytes

/// Certificates of several claims, asked about together before the claims are judged one by one.
extension Validation {
    /// What has to be found out of the certificates of several claims, as far as it can be asked together.
    ///
    /// It is what `assess` will ask where their values fit. The rest it asks by itself.
    ///
    /// - Parameter now: in seconds since 1970 UTC, as it will be for `assess`.
    package func questions(of claims: [SignatureClaim], now: Int) -> [PathQuestions] {
        var seen: Set<Digest> = []
        var groups: [[Certificate]: [PathQuestion]] = [:]
        for claim in claims {
            guard claim.refusal == nil, let value = claim.value, let key = claim.key, value.suits(key),
                let certificate = claim.certificate, claim.problem == nil,
                certificate.der.count <= limits.bytesOfPathAtOnce,
                case .open(let question) = path(
                    of: certificate, others: claim.others, signedAt: claim.signedAt, now: now),
                question.signedAt == nil, seen.insert(question.key).inserted
            else { continue }
            groups[question.others, default: []].append(question)
            // More would push each other out before they are asked for.
            guard seen.count < limits.verdicts / 2 else { break }
        }
        return groups.values.flatMap { group in
            stride(from: 0, to: group.count, by: limits.pathsAtOnce).map {
                Array(group[$0..<min($0 + limits.pathsAtOnce, group.count)])
            }
        }.filter { $0.count > 1 }.map { PathQuestions(all: $0) }
    }

    /// Finds out what becomes of several certificates, and keeps it for `assess`.
    ///
    /// Of one about which the answer is not certain nothing is kept: `assess` will ask about it alone.
    package func findOut(_ questions: PathQuestions) {
        var searches = questions.all.compactMap { search($0) }
        PathSearch.answer(&searches, checksRevocation: true)
        var doubtful = searches.filter { $0.answers[true].map { !$0.isPassed && $0.fatal == nil } ?? false }
        PathSearch.answer(&doubtful, checksRevocation: false)
        let sure = searches.filter { $0.answers[true].map { $0.isPassed || $0.fatal != nil } ?? false }
        doubtful.removeAll { $0.answers[false] == nil }
        for search in sure + doubtful { keep(search.verdict(), on: search.question) }
    }
}
