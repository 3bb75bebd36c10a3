import Dossiers
package import Signatures

extension Package {
    /// What its signatures claim; where one has several claims, as it is judged by the first that fits, the likeliest.
    package var claims: [SignatureClaim] {
        let ofPapers = (papers.compactMap(\.self) + unlisted).flatMap(\.signatures)
        return (signatures + ofPapers).compactMap(\.claims?.first)
    }

    /// The same package with the claims of all its signatures judged.
    ///
    /// - Parameter now: in seconds since 1970 UTC.
    package func judged(by validation: Validation, now: Int) -> Package {
        func judged(_ reports: [SignatureReport]) -> [SignatureReport] {
            reports.map { $0.judged(by: validation, now: now) }
        }
        func judged(_ paper: Paper) -> Paper {
            var paper = paper
            paper.signatures = judged(paper.signatures)
            return paper
        }
        let ofForm = judged(signatures)
        return Package(
            channel: channel, message: message.bearing(ofForm), papers: papers.map { $0.map(judged) },
            unlisted: unlisted.map(judged), signatures: ofForm, content: content)
    }
}
