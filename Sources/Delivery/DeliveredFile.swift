package import Bytes
package import Documents

/// A file that goes into a dossier's ZIP, exactly as it came.
package struct DeliveredFile: Sendable {
    package enum Place: Sendable {
        case source(any ByteSource)
        /// Copied packed, as it is.
        case packed(ZIPArchive, ZIPEntry)
        /// Small texts of XML, which pack well.
        case text([UInt8])
    }

    /// In the ZIP; a slash puts what came later into a folder of its own.
    package let name: String
    package let place: Place

    package init(name: String, place: Place) {
        self.name = name
        self.place = place
    }
}
