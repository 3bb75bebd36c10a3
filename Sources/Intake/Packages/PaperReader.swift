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
        guard source.count <= limits.fileBytes else {
            paper.fault = Paper.Fault(
                ParseError(.limits, "\(source.count) bytes; at most \(limits.fileBytes) are accepted"))
            return paper
        }
        do {
            switch paper.type {
            case .pdf:
                let facts = try PDFFacts(source, limits: limits)
                paper.pages = facts.pages
                paper.remarks = facts.flags
                paper.signatures = PDFSignatures.reports(in: facts)
                if facts.isEncrypted { throw ParseError(.encrypted, "the PDF is encrypted") }
                if let active = facts.active.first {
                    throw ParseError(.active, "the PDF holds active content: \(active)")
                }
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
}

extension ContentType {
    /// The type as the catalogue knows it.
    package var mediaType: MediaType { MediaType(rawValue: rawValue) ?? .unknown }
}
