private import Bytes
import Signatures

/// A dossier together with what a supplement brings for it, as one case for the Examiner.
///
/// Which earlier papers its own take the place of says `Replacement`; else they come beside them. Its signatures speak for what
/// it brings itself; for what it does not bring, forms above all, stands what was found of theirs.
struct SupplementedDossier {
    /// The supplement's own papers, with what vouches for them.
    let brought: [ExaminedPaper]
    /// The components whose earlier papers no longer count.
    let replaced: Set<String>
    let examination: Examination

    init(_ followUpCase: FollowUpCase, forms: [String], signatures: [SignatureReport], _ matter: Matter) {
        let dossier = matter.dossier
        let attachments = Self.found(followUpCase.attachments, among: dossier.papers)
        let alone = Self.submissionCase(attachments, forms: forms, signatures: signatures, matter)
        let numbering = FormSignatures(
            of: dossier, with: signatures, forms: alone.forms, claim: followUpCase.claim, matter.procedure)
        let settled = attachments.map { attachment in
            SubmissionCase.Attachment(
                declared: attachment.declared, paper: attachment.paper,
                vouched: numbering.brought(alone.vouching(for: attachment)))
        }
        brought = settled.compactMap { attachment in
            attachment.paper.map {
                ExaminedPaper(
                    component: attachment.declared.component, paper: $0,
                    vouched: attachment.vouched ?? .byNothing)
            }
        }
        let replacement = Replacement(settled, forms: alone.forms, in: dossier)
        let kept = dossier.papers.filter { !replacement.takesThePlace(of: $0) }
        replaced = Set(dossier.papers.filter(replacement.takesThePlace).compactMap(\.component))

        let absent = dossier.findings.filter { $0.code == .missingFile && !replacement.renews($0) }
        let (scans, own) = (kept.filter(dossier.isScan), kept.filter { !dossier.isScan($0) })
        let retained =
            own.compactMap { paper in
                paper.component.map {
                    SubmissionCase.Attachment(
                        declared: DeclaredAttachment(component: $0, file: paper.paper.file), paper: paper.paper,
                        vouched: numbering.kept(paper.vouched))
                }
            }
            + absent.map {
                var declared = DeclaredAttachment(component: $0.component ?? "", file: $0.file ?? "")
                declared.sha256 = $0.expected.flatMap { Digest(hexadecimal: $0) }
                return SubmissionCase.Attachment(declared: declared, paper: nil)
            }
        let allForms = forms + dossier.forms.filter { !forms.contains($0) }
        let whole = Self.submissionCase(
            retained + settled, forms: allForms, signatures: numbering.all, matter,
            ticked: followUpCase.followUp.ticked, unlisted: followUpCase.unlisted)
        var examined = Examiner.examine(whole)
        let isDecided = Self.isDecided(of: signatures, in: whole, dossier)
        let ofSignatures = Examiner.signatureRules.flatMap { $0.findings(in: alone) }.filter {
            $0 != Finding(.signerDiffers) || !isDecided
        }
        examined.findings = Self.findings(
            examined.findings.filter { !$0.isOfSignatures } + ofSignatures, before: dossier, replacement,
            isPaid: dossier.isPaid)
        // The citizen does not answer for what the office scanned.
        examined.papers += scans
        examination = examined
    }

    /// Whether all who signed a supplement without a form are those whom a person let sign the dossier's forms for its submitter.
    private static func isDecided(
        of signatures: [SignatureReport], in whole: SubmissionCase, _ dossier: Dossier
    ) -> Bool {
        let signers = SignerIsSubmitter.signers(of: signatures)
        return !dossier.findings.contains { $0.code == .signerDiffers }
            && !SignerIsSubmitter().findings(in: whole).isEmpty
            && signers.isSubset(of: SignerIsSubmitter.signers(of: whole.submission.signatures))
    }

    /// What is wrong now: what the Examiner finds, without what was settled before, and with what was asked for and did not come.
    private static func findings(
        _ found: [Finding], before dossier: Dossier, _ replacement: Replacement, isPaid: Bool
    ) -> [Finding] {
        let old = dossier.findings
        let carried = old.filter { finding in
            if finding.isOfSignatures { return !replacement.renews(finding) }
            switch finding.code {
            case .requestedByAgency, .sizeMismatch, .digestMismatch, .notCertified, .copyDiffers,
                .declarationMissing, .paperSignatureBroken:
                return !replacement.renews(finding)
            // What the officer should know of the submission itself no supplement mends.
            case .submitterDiffers, .futureTime: return true
            default: return false
            }
        }
        let left = found.filter { finding in
            switch finding.severity {
            case .refusal: false
            case .payment: !isPaid
            case .postalCopy, .hold: true
            case .supplement, .remark:
                switch finding.code {
                // A form that came before was looked at then.
                case .declarationMissing: replacement.renews(finding)
                // A supplement takes no component away: what was there, if by a scan alone, is not asked for.
                case .missingComponent: old.contains(finding)
                default: true
                }
            }
        }
        return left + carried.filter { !left.contains($0) }
    }

    /// A paper that the supplement names by its digest alone is the one that the dossier has already.
    private static func found(
        _ attachments: [SubmissionCase.Attachment], among papers: [ExaminedPaper]
    ) -> [SubmissionCase.Attachment] {
        attachments.map { attachment in
            guard attachment.paper == nil, let digest = attachment.declared.sha256,
                let known = papers.first(where: {
                    $0.paper.sha256 == digest && $0.component == attachment.declared.component
                })
            else { return attachment }
            return SubmissionCase.Attachment(declared: attachment.declared, paper: known.paper)
        }
    }

    private static func submissionCase(
        _ attachments: [SubmissionCase.Attachment], forms: [String], signatures: [SignatureReport], _ matter: Matter,
        ticked: [String: Set<String>] = [:], unlisted: [Paper] = []
    ) -> SubmissionCase {
        let receipt = matter.dossier.receipt
        var submission = Submission(
            id: receipt.submission, procedure: receipt.procedure, level: receipt.level,
            submitter: receipt.submitter, submittedAt: receipt.submittedAt, resultDelivery: receipt.resultDelivery,
            forms: forms, attachments: attachments.map(\.declared), signatures: signatures)
        submission.ticked = ticked
        return SubmissionCase(
            submission: submission,
            attachments: attachments, unlisted: unlisted, procedure: matter.procedure, accountIsRegistered: true,
            policy: matter.policy, now: matter.now)
    }
}
