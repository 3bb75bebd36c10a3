package import Dossiers

extension FindingText {
    /// For the operator, in English, with the words and numbers that were found.
    package static func english(_ finding: Finding, procedure: Procedure?) -> String {
        let subject = FindingPaper.english(finding)
        let found = finding.found.map(ShownText.line)
        let expected = finding.expected.map(ShownText.line)
        let title =
            finding.component.flatMap { procedure?.component($0)?.title }.map { " («\(ShownText.line($0))»)" } ?? ""
        return switch finding.code {
        case .unknownProcedure: "the catalogue has no procedure «\(found ?? "")» that holds today"
        case .levelNotOffered: "level \(found ?? "?") was used, \(expected ?? "?") is the highest that is offered"
        case .unregisteredAccount: "level 3 and 4 need a registered account, none known was given"
        case .duplicateOther: "this submission id stands for other content that came before"
        case .missingComponent: "\(subject)\(title) is required and was not given"
        case .declarationMissing: "\(subject)\(title) has its declaration not ticked"
        case .missingFile: "\(subject)\(title) is named by the form and did not come"
        case .emptyFile: "\(subject)\(title) is empty"
        case .truncatedPDF, .truncatedJPEG, .truncatedPNG, .truncatedTIFF:
            "\(subject)\(title) ends before its format does"
        case .malformed: "\(subject)\(title) cannot be read" + (found.map { " (\($0))" } ?? "")
        case .wrongType:
            "\(subject)\(title) is \(found ?? "unknown") by its content" + (expected.map { ", expected \($0)" } ?? "")
        case .sizeMismatch: "\(subject)\(title) has \(found ?? "?") bytes, \(expected ?? "?") were declared"
        case .digestMismatch: "\(subject)\(title) does not have the sha256 that was declared"
        case .encrypted: "\(subject)\(title) is encrypted"
        case .activeContent: "\(subject)\(title) carries scripts, launch actions or embedded files"
        case .sameFileTwice: "\(subject)\(title) is the same file as that of component \(found ?? "?")"
        case .unlistedFile: "\(subject) is named by no component of the form"
        case .overLimit: "\(subject)\(title) is over a limit" + (found.map { " (\($0))" } ?? "")
        case .unsigned: "\(subject)\(title) has no signature that counts: certified copies by post make up for it"
        case .signatureBroken where finding.found == Finding.notWhole:
            "\(subject)\(title) has a signature that does not cover the whole, or cannot be relied upon"
        case .signatureBroken: "the signature of \(subject)\(title) does not fit what it covers"
        case .formSignatureBroken where finding.file != nil:
            "the message that brought \(subject)\(title) was changed after it was signed: it is to be sent anew"
        case .formSignatureBroken: "\(subject)\(title) was changed after it was signed: it is to be sent anew"
        case .signatureNotValid: "the signature value of \(subject)\(title) does not fit its certificate"
        case .signatureNotTrusted: "the certificate of \(subject)\(title) is not trusted"
        case .signatureUndetermined: "the signature of \(subject)\(title) could not be checked: a person decides"
        case .signerDiffers:
            "the number in the certificate of whoever signed \(finding.component == nil ? "what came" : subject + title) is none of "
                + "those that the form gives for its submitter: "
                + "a person decides"
        case .heldByOffice: "the office holds it" + (found.map { ": \($0)" } ?? "")
        case .suspectedViolation: "marked as a suspected violation" + (found.map { ": \($0)" } ?? "")
        case .addressMissing: "the result is wanted by post, and the form names no address"
        case .submitterDiffers: "the form names another person than its account belongs to"
        case .paperSignatureBroken:
            "\(subject)\(title) carries a digital signature that does not fit it: for an officer to look at"
        case .fee: "\(expected ?? "?") VND are due at submission and not paid"
        case .beforeRules: "received before 20 April 2018: the decree does not judge it, a person does"
        case .futureTime: "the sender's own time \(found ?? "?") lies in the future"
        case .unknownComponent: "\(subject) is not a component of the procedure; kept, no more"
        case .requestedByAgency: "the agency asks for \(subject)\(title): \(found ?? "")"
        case .copyDiffers:
            found.map { "\(subject)\(title) has \($0) pages by post, \(expected ?? "?") online" }
                ?? "\(subject)\(title) came by post and not online"
        case .notCertified where finding.found != nil:
            "\(subject)\(title) came by post as certified on \(found ?? "?"), a day that had not come"
        case .notCertified: "\(subject)\(title) came by post without saying who certified it, and when"
        }
    }
}
