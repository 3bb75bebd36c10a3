package import Bytes

/// An attachment as the form declares it.
package struct DeclaredAttachment: Sendable, Equatable {
    package let component: String
    /// The name that the form gives it; a plain file name, checked when the form was read.
    package let file: String
    package var size: Int?
    package var sha256: Digest?
    /// Whether the form carries the file inside, so that who signs all of the form signs the file; nil where it does not.
    package var isCarried: Bool?
    /// On a postal copy: who certified it, and when.
    package var certifiedBy: String?
    package var certifiedOn: Day?

    package init(component: String, file: String) {
        self.component = component
        self.file = file
    }
}
