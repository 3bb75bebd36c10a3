import Dossiers
package import Signatures

extension Package {
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
            channel: channel, message: message.bearing(ofForm),
            attachments: attachments.map {
                SubmissionCase.Attachment(declared: $0.declared, paper: $0.paper.map(judged))
            }, unlisted: unlisted.map(judged),
            signatures: ofForm, content: content)
    }
}
