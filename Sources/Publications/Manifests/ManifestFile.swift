package import Bytes
package import Dossiers
package import Signatures

/// A file of a dossier's ZIP, as its manifest names it.
package struct ManifestFile: Sendable, Equatable {
    /// Its name in the ZIP.
    package let name: String
    /// Its name as it came.
    package let original: String
    /// Nil for a file that the form does not name.
    package var component: String?
    /// As in IANA's registry.
    package let mime: String
    package let size: Int
    package let sha256: Digest
    /// What shows that it is the submitter's or a true copy.
    package var vouched: ExaminedPaper.Vouched
    package var signatures: [SignatureReport]
    /// The name in the ZIP of the form whose signature covers it, where that is none of the dossier's forms any more.
    package var signedBy: String?
    package var pages: Int?
    /// What an officer should know of it, as stable words.
    package var remarks: [String] = []

    package init(
        name: String, original: String, component: String?, mime: String, size: Int, sha256: Digest,
        vouched: ExaminedPaper.Vouched, signatures: [SignatureReport]
    ) {
        self.name = name
        self.original = original
        self.component = component
        self.mime = mime
        self.size = size
        self.sha256 = sha256
        self.vouched = vouched
        self.signatures = signatures
    }

    /// A paper under the name that it gets in the ZIP.
    package init(name: String, paper examined: ExaminedPaper) {
        let paper = examined.paper
        self.init(
            name: name, original: paper.file, component: examined.component, mime: paper.type.mime, size: paper.size,
            sha256: paper.sha256, vouched: examined.vouched, signatures: paper.signatures)
        pages = paper.pages
        remarks = paper.remarks
    }
}
