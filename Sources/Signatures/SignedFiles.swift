package import Bytes

/// The files beside a form, as references of its signatures may name them.
package struct SignedFiles: Sendable {
    /// A file's bytes, with their SHA-256 where it is known already.
    package struct File: Sendable {
        package let source: any ByteSource
        package let sha256: Digest?

        package init(source: any ByteSource, sha256: Digest? = nil) {
            self.source = source
            self.sha256 = sha256
        }
    }

    package static let none = SignedFiles { _ in nil }

    /// The file of that plain name; nil where none came.
    package let find: @Sendable (String) throws -> File?

    package init(_ find: @escaping @Sendable (String) throws -> File?) { self.find = find }
}
