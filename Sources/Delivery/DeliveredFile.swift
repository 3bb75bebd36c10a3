package import Bytes
package import Documents
package import Files

/// A file that goes into a dossier's ZIP, exactly as it came.
package struct DeliveredFile: Sendable {
    package enum Place: Sendable {
        /// A file that lies by itself in a folder of ours.
        case file(ReadableFile, in: Folder, name: FileName)
        case source(any ByteSource)
        /// Copied packed, as it is.
        case packed(ZIPArchive, ZIPEntry)
        /// Small texts of XML, which pack well.
        case text([UInt8])
    }

    /// In the ZIP; a slash puts what came later into a folder of its own.
    package let name: String
    package let place: Place
    /// What must arrive; nil for what we make ourselves.
    package let sha256: Digest?

    package init(name: String, place: Place, sha256: Digest? = nil) {
        self.name = name
        self.place = place
        self.sha256 = sha256
    }
}
