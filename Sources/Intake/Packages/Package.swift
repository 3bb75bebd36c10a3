package import Bytes
package import Dossiers
package import Signatures

/// A package that was read: what it says, and every file that came with it.
///
/// Having one is the proof that its form is safe XML, valid by the schema, and that its archive, where it has one, is sound.
package struct Package: Sendable, Codable {
    package let channel: Channel
    package let message: Message
    /// What the message names, with what came for it.
    package let attachments: [SubmissionCase.Attachment]
    /// Files that the message does not name; none for a loose form, which shares its folder.
    package let unlisted: [Paper]
    /// Of the form itself, in it or beside it.
    package let signatures: [SignatureReport]
    /// Of the form's bytes and the attachments' digests, however they were packed.
    package let content: Digest
}
