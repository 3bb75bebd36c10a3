import Bytes

/// A paper is not empty, is whole, opens without a password, runs nothing, and keeps within the limits.
struct FilesAreSound: Rule {
    func findings(in submissionCase: SubmissionCase) -> [Finding] {
        submissionCase.attachments.compactMap { attachment in
            guard let paper = attachment.paper, let code = Self.fault(of: paper) else { return nil }
            return Finding(
                code, component: attachment.declared.component, file: paper.file, found: paper.fault?.code.rawValue)
        }
    }

    /// The finding for what is wrong with the bytes; nil where nothing is, or where only the type is (another rule's).
    static func fault(of paper: Paper) -> FindingCode? {
        if paper.size == 0 { return .emptyFile }
        guard let fault = paper.fault, paper.type != .unknown else { return nil }
        switch fault.code {
        case .truncated, .incomplete:
            switch paper.type {
            case .pdf: return .truncatedPDF
            case .jpeg: return .truncatedJPEG
            case .png: return .truncatedPNG
            case .tiff: return .truncatedTIFF
            case .xml, .unknown: return .malformed
            }
        case .empty: return .emptyFile
        case .encrypted: return .encrypted
        case .active: return .activeContent
        case .limits, .dimensions, .bomb, .depth: return .overLimit
        case .type, .polyglot: return .wrongType
        case .corrupt, .crc, .digest, .dtd, .duplicate, .duplicateID, .encoding, .layout, .malformed, .method,
            .mismatch,
            .overlap, .path, .schema, .text:
            return .malformed
        }
    }
}
