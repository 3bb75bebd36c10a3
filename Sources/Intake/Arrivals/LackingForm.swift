package import Files

/// A loose form that names files which do not lie beside it, as it is when it was not asked yet whether they lie elsewhere.
package struct LackingForm: Sendable {
    package let channel: Channel
    package let form: FileName
    /// Those that may be looked for: by their digest, else by name and size where no other form beside it names them.
    package let needs: [FormNeed]
}
