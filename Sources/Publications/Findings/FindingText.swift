package import Dossiers

/// A finding in words: what is wrong, and for the citizen what to do about it.
package enum FindingText {
    /// The same, with what the dossier has of it already.
    static func vietnamese(_ finding: Finding, of dossier: Dossier?, procedure: Procedure?) -> String {
        let text = vietnamese(finding, procedure: procedure)
        guard dossier?.hasCopyAside(for: finding) == true else { return text }
        return text
            + " Bản sao có chứng thực của giấy tờ này đã nhận qua bưu điện và được giữ sẵn, được tính khi nhận được tệp; Ông/Bà không "
            + "phải gửi lại bản giấy."
    }

    /// For the citizen, in Vietnamese, without a word of ours.
    ///
    /// - Parameters:
    ///   - namesFiles: false where others may read it, since a file's name is the sender's own words, and a reason the agency's (Điều 13.5).
    ///   - remedy: what the citizen can do about it.
    package static func vietnamese(
        _ finding: Finding, procedure: Procedure?, namesFiles: Bool = true, remedy: FindingRemedy = .supplement
    ) -> String {
        let paper = FindingPaper(finding, procedure: procedure, namesFile: namesFiles)
        return switch finding.code {
        case .unknownProcedure, .levelNotOffered, .unregisteredAccount, .duplicateOther:
            vietnameseRefusal(finding)
        case .unsigned, .signatureBroken, .formSignatureBroken, .signatureNotValid, .signatureNotTrusted,
            .signatureUndetermined:
            vietnameseSignature(finding, paper, remedy)
        case .missingComponent, .missingFile, .sameFileTwice, .unlistedFile, .unknownComponent, .declarationMissing:
            vietnamesePaper(finding, paper, procedure, remedy)
        case .requestedByAgency:
            vietnameseRequest(finding, paper, tellsReason: namesFiles)
        case .fee, .futureTime, .notCertified, .copyDiffers, .signerDiffers, .submitterDiffers, .paperSignatureBroken,
            .beforeRules, .heldByOffice, .suspectedViolation, .addressMissing:
            vietnameseRemark(finding, paper)
        case .emptyFile, .truncatedPDF, .truncatedJPEG, .truncatedPNG, .truncatedTIFF, .malformed, .wrongType,
            .sizeMismatch, .digestMismatch, .encrypted, .activeContent, .overLimit:
            vietnameseFile(finding, paper, remedy)
        }
    }

    /// The article that whoever submitted is told, in the short form: never that of a prohibited act, which only a person marks (Điều 4.5).
    static func article(_ finding: Finding) -> String {
        let article = finding.code.article
        return article.hasPrefix("Điều 4.") ? "Điều 14.1" : article
    }
}
