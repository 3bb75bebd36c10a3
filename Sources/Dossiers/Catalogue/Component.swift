/// One paper that a procedure requires (thành phần hồ sơ).
package struct Component: Sendable, Equatable {
    package enum Kind: String, Sendable { case form, attachment }

    /// Such as `CCCD`; unique within its procedure.
    package let id: String
    package let kind: Kind
    package let title: String
    /// What an attachment may be; empty for a form.
    package let types: [MediaType]
    package let required: Bool
    /// Whether the original is to be brought for comparison at the counter (Điều 7.1a, 14.3).
    package let original: Bool
    /// The field of a form in which its signer answers for what it says (Điều 16.1); nil where the form has none.
    package var declaration: String?

    package init(id: String, kind: Kind, title: String, types: [MediaType], required: Bool, original: Bool) {
        self.id = id
        self.kind = kind
        self.title = title
        self.types = types
        self.required = required
        self.original = original
    }
}
