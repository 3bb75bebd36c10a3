package import Bytes
import Files

/// A file that a form names and does not carry inside.
package struct FormNeed: Sendable, Equatable {
    package let name: String
    package let size: Int?
    package let digest: Digest?

    package init(name: String, size: Int?, digest: Digest?) {
        self.name = name
        self.size = size
        self.digest = digest
    }

    /// The signature that may lie beside a form; nothing waits for it.
    static func signature(of form: FileName) -> FormNeed {
        FormNeed(name: DetachedSignature.name(for: form.description), size: nil, digest: nil)
    }
}
