package import Bytes
package import Dossiers
package import Signatures

/// A package that was read: what it says, and every file that came with it.
///
/// Having one is the proof that its form is safe XML, valid by the schema, and that its archive, where it has one, is sound.
package struct Package: Sendable {
    package let channel: Channel
    /// Bears the signatures of its form once they were judged.
    package let message: Message
    /// What came for each attachment that the message names, in that order; nil where nothing did.
    package let papers: [Paper?]
    /// Files that the message does not name; none for a loose form, which shares its folder.
    package let unlisted: [Paper]
    /// Of the form itself, in it or beside it.
    package let signatures: [SignatureReport]
    /// Of the form's bytes and the attachments' digests, however they were packed.
    package let content: Digest

    package init(
        channel: Channel, message: Message, papers: [Paper?], unlisted: [Paper], signatures: [SignatureReport],
        content: Digest
    ) {
        (self.channel, self.message, self.papers) = (channel, message, papers)
        (self.unlisted, self.signatures, self.content) = (unlisted, signatures, content)
    }

    /// Whether a file came that is not the one of the digest that the form declares for it.
    var holdsOthersThanDeclared: Bool {
        zip(message.attachments, papers).contains { declared, paper in
            guard let digest = declared.sha256, let paper else { return false }
            return paper.sha256 != digest
        }
    }

    /// What the message names, with what came for it.
    package var attachments: [SubmissionCase.Attachment] {
        zip(message.attachments, papers).map { SubmissionCase.Attachment(declared: $0, paper: $1) }
    }
}
