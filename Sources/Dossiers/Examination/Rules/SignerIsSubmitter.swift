import Signatures

/// Whoever signed the form is whom the form names; a person decides where not, since one may sign for another (Điều 4.6).
struct SignerIsSubmitter: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        let submitter = submissionCase.submission.submitter
        let named = Set([submitter.idNumber, submitter.taxCode].compactMap { $0.map { Self.plain($0.revealed) } })
        let signers = Self.signers(of: submissionCase.submission.signatures)
        guard !named.isEmpty, !signers.isEmpty, signers.allSatisfy({ $0.isDisjoint(with: named) }) else { return [] }
        // Of each form, so that only that form, filled in anew, mends it; where none was filled in, only a person's word does.
        let forms = submissionCase.forms
        return forms.isEmpty ? [Finding(.signerDiffers)] : forms.map { Finding(.signerDiffers, component: $0) }
    }

    /// The numbers of each who signed a whole form that is as it was signed; whoever has none is nobody to compare.
    static func signers(of signatures: [SignatureReport]) -> Set<Set<String>> {
        let whole = signatures.filter { $0.isMade && $0.coverage.whole && $0.intact.outcome == .passed }
        let numbers = whole.compactMap(\.signer).map { Set($0.identifiers.compactMap(number)) }
        return Set(numbers.filter { !$0.isEmpty })
    }

    /// The number of a subject's UID, which says first of what kind it is: `CCCD:`, `CMND:`, `MST:` and the like.
    private static func number(_ identifier: String) -> String? {
        let parts = identifier.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let number = plain(String(parts[1]))
        return number.isEmpty ? nil : number
    }

    private static func plain(_ number: String) -> String {
        // Most are digits alone.
        if number.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return number }
        return number.filter { $0.isLetter || $0.isNumber }.uppercased()
    }
}
