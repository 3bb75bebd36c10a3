package import Bytes
package import Documents
package import Dossiers
private import Signatures

/// Reads what a file's own bytes tell of it: its type, whether it is whole and opens, and how it is signed.
package struct PaperReader: Sendable {
    private let limits: Limits

    package init(limits: Limits) { self.limits = limits }

    /// Reads the file once for its digest and here and there for its facts; what is wrong with it becomes its fault.
    ///
    /// Throws only what the source throws where it cannot be read.
    package func read(file: String, source: any ByteSource, digest: Digest? = nil) throws -> Paper {
        let digest = try digest ?? SHA256.digest(of: source)
        let type: ContentType
        do {
            type = try ContentType.of(source)
        } catch let error as ParseError {
            var paper = Paper(file: file, size: source.count, sha256: digest, type: .unknown)
            paper.fault = Paper.Fault(error)
            return paper
        }
        var paper = Paper(file: file, size: source.count, sha256: digest, type: type.mediaType)
        do {
            // A PDF that is too large to be taken is still told what its signatures are worth.
            guard source.count <= limits.fileBytes || paper.type == .pdf else { throw tooLarge(source) }
            switch paper.type {
            case .pdf:
                let file = try PDFFile(source, limits: limits)
                let facts = try PDFFacts(file)
                paper.pages = facts.pages
                paper.remarks = facts.flags
                paper.signatures = try PDFSignatures.reports(in: file, facts)
                if facts.isEncrypted { throw ParseError(.encrypted, "the PDF is encrypted") }
                if let active = facts.active.first {
                    throw ParseError(.active, "the PDF holds active content: \(active)")
                }
                guard source.count <= limits.fileBytes else { throw tooLarge(source) }
            case .jpeg, .png, .tiff:
                let facts = try ImageFacts(source, type: type, limits: limits)
                paper.pages = facts.pages
            case .xml, .unknown:
                if source.count > 0 { throw ParseError(.type, "a file of type \(type) is not accepted") }
            }
        } catch let error as ParseError {
            paper.fault = Paper.Fault(error)
        }
        return paper
    }

    private func tooLarge(_ source: any ByteSource) -> ParseError {
        ParseError(.limits, "\(source.count) bytes; at most \(limits.fileBytes) are accepted")
    }
}

extension ContentType {
    /// The type as the catalogue knows it.
    package var mediaType: MediaType { MediaType(rawValue: rawValue) ?? .unknown }
}
