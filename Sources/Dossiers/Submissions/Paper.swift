package import Bytes
package import Signatures

/// A file that came, as far as its own bytes tell.
package struct Paper: Sendable, Codable, Equatable {
    /// What is wrong with the bytes themselves, where something is.
    package struct Fault: Sendable, Codable, Equatable {
        /// As its word in ledgers, which must be known to all versions that come later.
        package let code: ParseError.Code
        package let message: String

        package init(_ error: ParseError) { self.init(code: error.code, message: error.description) }

        init(code: ParseError.Code, message: String) {
            self.code = code
            self.message = message
        }
    }

    /// As the form calls it, else as it came.
    package let file: String
    package let size: Int
    package let sha256: Digest
    package let type: MediaType
    package var fault: Fault?
    /// Of a PDF or a TIFF.
    package var pages: Int?
    /// What an officer should know of it, as stable words such as `uri` or `xfa`.
    package var remarks: [String] = []
    package var signatures: [SignatureReport] = []

    package init(file: String, size: Int, sha256: Digest, type: MediaType) {
        self.file = file
        self.size = size
        self.sha256 = sha256
        self.type = type
    }
}
