/// The stable codes of what may be wrong with a dossier; `hoso list` and the manifest carry them.
package enum FindingCode: String, Sendable, Codable, CaseIterable {
    case unknownProcedure = "unknown-procedure"
    case levelNotOffered = "level-not-offered"
    case unregisteredAccount = "unregistered-account"
    case duplicateOther = "duplicate-other"

    /// Received before the decree came into force.
    case beforeRules = "before-rules"

    case missingComponent = "missing-component"
    case missingFile = "missing-file"
    case emptyFile = "empty-file"
    case truncatedPDF = "truncated-pdf"
    case truncatedJPEG = "truncated-jpeg"
    case truncatedPNG = "truncated-png"
    case truncatedTIFF = "truncated-tiff"
    /// It is of an accepted type, but an ordinary reader could not show it.
    case malformed
    case wrongType = "wrong-type"
    case sizeMismatch = "size-mismatch"
    case digestMismatch = "sha256-mismatch"
    case encrypted
    case activeContent = "active-content"
    case sameFileTwice = "same-file-twice"
    case unlistedFile = "unlisted-file"
    case overLimit = "over-limit"

    /// The form's declaration, by which its signer answers for what it says, is not ticked.
    case declarationMissing = "declaration-missing"

    /// The agency that answers asks for the component, or for something that its reason tells.
    case requestedByAgency = "requested-by-agency"

    case unsigned
    case signatureBroken = "signature-broken"
    case signatureNotValid = "signature-not-valid"
    case signatureNotTrusted = "signature-not-trusted"
    /// Below level 4: what was signed all the same was changed afterwards, so that it is no longer what its signer meant.
    case formSignatureBroken = "form-signature-broken"
    case signatureUndetermined = "signature-undetermined"
    /// The certificate names another identity number or tax code than the form: a person decides (Điều 4.6).
    case signerDiffers = "signer-differs"

    /// The form names another person than its account belongs to: for the officer to look at.
    case submitterDiffers = "submitter-differs"

    /// A person's order holds the dossier, for a reason of his own: no examination finds it, and no event carries it.
    case heldByOffice = "held-by-office"

    /// A person's order marks the dossier as a suspected violation (Điều 4.5): no examination finds it, and no event carries it.
    case suspectedViolation = "suspected-violation"

    /// A paper with a signature that does not fit it, be it that the paper was changed afterwards, though something else vouches
    /// for it or nothing has to: for the officer to look at (Điều 4.6).
    case paperSignatureBroken = "paper-signature-broken"

    case fee

    /// The result is wanted by post, and the form names no address (Điều 8.2b): the citizen is asked for it by letter.
    case addressMissing = "address-missing"

    /// The sender's own time lies in the future: recorded, no more.
    case futureTime = "future-time"
    /// A component that the procedure does not have: kept with the dossier, no more.
    case unknownComponent = "unknown-component"
    /// A postal copy came without saying who certified it, and when.
    case notCertified = "not-certified"
    /// A postal copy that does not look like the paper which came online.
    case copyDiffers = "copy-differs"

    /// What the finding does to its dossier.
    package var severity: Severity {
        switch self {
        case .unknownProcedure, .levelNotOffered, .unregisteredAccount, .duplicateOther: .refusal
        case .missingComponent, .missingFile, .emptyFile, .truncatedPDF, .truncatedJPEG, .truncatedPNG, .truncatedTIFF,
            .malformed, .wrongType, .sizeMismatch, .digestMismatch, .encrypted, .activeContent, .sameFileTwice,
            .unlistedFile, .overLimit, .requestedByAgency, .declarationMissing, .formSignatureBroken:
            .supplement
        case .unsigned, .signatureBroken, .signatureNotValid, .signatureNotTrusted: .postalCopy
        case .signatureUndetermined, .signerDiffers, .beforeRules, .heldByOffice: .hold
        case .fee: .payment
        case .futureTime, .notCertified, .copyDiffers, .unknownComponent, .submitterDiffers, .paperSignatureBroken,
            .suspectedViolation, .addressMissing:
            .remark
        }
    }

    /// The article of Decision 08/2018/QĐ-UBND from which the finding follows.
    package var article: String {
        switch self {
        case .beforeRules: "Quyết định, Điều 2"
        case .unknownProcedure: "Điều 1"
        case .levelNotOffered: "Điều 5.1a"
        case .unregisteredAccount: "Điều 6.2"
        case .duplicateOther: "Điều 4.3"
        case .sameFileTwice, .unlistedFile: "Điều 7.1a"
        case .activeContent: "Điều 4.4"
        case .suspectedViolation: "Điều 4.5"
        case .requestedByAgency: "Điều 15.2"
        case .unsigned, .notCertified, .copyDiffers: "Điều 7.2a"
        case .signatureBroken, .signatureNotValid, .signatureNotTrusted, .signatureUndetermined:
            "Điều 7.2a"
        case .signerDiffers, .heldByOffice, .paperSignatureBroken: "Điều 4.6"
        case .formSignatureBroken: "Điều 14.2"
        case .submitterDiffers, .declarationMissing: "Điều 16.1"
        case .fee: "Điều 7.2b"
        case .addressMissing: "Điều 8.2b"
        case .futureTime: "Điều 16.2"
        default: "Điều 14.1"
        }
    }
}
