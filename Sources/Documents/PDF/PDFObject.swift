/// A value of PDF (ISO 32000-1, 7.3); a stream is the dictionary before it.
package enum PDFObject: Sendable, Equatable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    case name(String)
    /// Apart in memory, since all others take little.
    indirect case string(PDFString)
    case array([PDFObject])
    case dictionary(PDFDictionary)
    case reference(PDFReference)

    package var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    package var name: String? { if case .name(let value) = self { value } else { nil } }
    package var string: PDFString? { if case .string(let value) = self { value } else { nil } }
    package var array: [PDFObject]? { if case .array(let value) = self { value } else { nil } }
    package var dictionary: PDFDictionary? { if case .dictionary(let value) = self { value } else { nil } }
    package var reference: PDFReference? { if case .reference(let value) = self { value } else { nil } }
    package var isNull: Bool { if case .null = self { true } else { false } }
}
