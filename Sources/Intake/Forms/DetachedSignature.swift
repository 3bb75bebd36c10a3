import Bytes
import Documents

/// A signature that lies beside its form, as `form.xml.sig` beside `form.xml`.
package struct DetachedSignature: Sendable {
    let bytes: [UInt8]
    /// The name of the form, by which the signature refers to it.
    let formName: String

    /// The name under which the signature of a form is looked for.
    static func name(for form: String) -> String { form + ".sig" }

    /// Throws a `ParseError` where it is no safe XML.
    func document(limits: Limits) throws(ParseError) -> XMLDocument { try XMLDocument.parse(bytes, limits: limits) }
}
