package import Bytes
import Documents
import Dossiers
package import Signatures

extension FormReader {
    /// A form once its signatures were looked at, and what was found of them.
    package struct Verified: Sendable {
        /// Read from the bytes that a signature verified, where one covers the form.
        package let form: Form
        package let signatures: [SignatureReport]
    }

    /// Looks at the signatures of a form, and reads it anew from what they cover: only that is signed (XS20).
    ///
    /// Throws a `ParseError` with code `mismatch` where the signed bytes read otherwise than the form, and what a file's source
    /// throws where our own disk fails.
    ///
    /// - Parameter apart: the signature that lies beside the form; nil where none does.
    package func verified(
        _ form: Form, apart: DetachedSignature?, files: SignedFiles, limits: Limits
    ) throws -> Verified {
        var verdicts: [XMLSignatures.Verdict] = []
        if form.isSigned {
            verdicts.append(try XMLSignatures.verify(form.document, files: files, limits: limits))
        }
        if let apart { verdicts.append(try verdict(on: apart, files: files, limits: limits)) }
        let signatures = verdicts.flatMap(\.reports)
        guard let signed = verdicts.compactMap(\.signedForm).first else {
            return Verified(form: form, signatures: signatures)
        }
        let read = try read(signed)
        guard read.message == form.message else {
            throw ParseError(.mismatch, "what is signed reads otherwise than the form")
        }
        return Verified(form: read, signatures: signatures)
    }

    /// A signature beside the form that cannot be read takes nothing from the form, and gives it nothing.
    private func verdict(
        on apart: DetachedSignature, files: SignedFiles, limits: Limits
    ) throws -> XMLSignatures.Verdict {
        let document: XMLDocument
        do throws(ParseError) {
            document = try apart.document(limits: limits)
            try XMLSignatures.judge(document, limits: limits)
        } catch {
            return .unreadable(error)
        }
        return try XMLSignatures.verify(document, formFile: apart.formName, files: files, limits: limits)
    }
}
