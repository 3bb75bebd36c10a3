/// A way to write XML so that documents of the same content become the same bytes (W3C Canonical XML).
package struct Canonicalization: Sendable, Hashable {
    package enum Method: Sendable, Hashable {
        /// Canonical XML 1.0.
        case inclusive10
        /// Canonical XML 1.1, which treats `xml:id` and `xml:base` with more care.
        case inclusive11
        /// Exclusive XML Canonicalization 1.0: only the namespaces that are used.
        case exclusive
    }

    package let method: Method
    package let keepsComments: Bool
    /// For the exclusive way: the prefixes that are treated as in the inclusive way; `#default` for none.
    package var inclusivePrefixes: [String] = []

    package init(_ method: Method, keepsComments: Bool = false) {
        self.method = method
        self.keepsComments = keepsComments
    }

    /// Reads the name that signatures give it; nil for any other.
    package init?(uri: String) {
        switch uri {
        case "http://www.w3.org/TR/2001/REC-xml-c14n-20010315": self.init(.inclusive10)
        case "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments":
            self.init(.inclusive10, keepsComments: true)
        case "http://www.w3.org/2006/12/xml-c14n11": self.init(.inclusive11)
        case "http://www.w3.org/2006/12/xml-c14n11#WithComments": self.init(.inclusive11, keepsComments: true)
        case "http://www.w3.org/2001/10/xml-exc-c14n#": self.init(.exclusive)
        case "http://www.w3.org/2001/10/xml-exc-c14n#WithComments": self.init(.exclusive, keepsComments: true)
        default: return nil
        }
    }
}
