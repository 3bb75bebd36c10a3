import Bytes
import Documents

/// A `ds:Signature` as it stands in a document, checked for what every signature must have (XMLDSig 1.1, clause 4).
struct XMLSignatureElement {
    static let namespace = "http://www.w3.org/2000/09/xmldsig#"

    /// Why an element of that name is no signature, as a stable word.
    enum Fault: String, Error {
        case noSignedInfo = "no-signed-info"
        case severalSignedInfo = "several-signed-info"
        case noCanonicalization = "no-canonicalization-method"
        case noSignatureMethod = "no-signature-method"
        case noReference = "no-reference"
        case noDigest = "no-digest"
        /// A digest or a value with a comment, an instruction or an element inside: readers would not agree on it (XS13).
        case dividedText = "divided-text"
        case noSignatureValue = "no-signature-value"
    }

    /// The number of the element in the outline.
    let number: Int
    let signedInfo: XMLElement
    /// Nil where the way is none that is allowed.
    let canonicalization: Canonicalization?
    let method: XMLSignatureMethod
    let references: [XMLReference]
    /// Nil where it is no base64; empty where nothing stands there.
    let value: [UInt8]?
    let keyInfo: XMLKeyInfo

    init(_ number: Int, in outline: XMLOutline, limits: Limits) throws(Fault) {
        self.number = number
        let element = outline.nodes[number].element
        let infos = Self.children(of: element, named: "SignedInfo")
        guard let info = infos.first else { throw .noSignedInfo }
        guard infos.count == 1, Self.descendants(of: number, named: "SignedInfo", in: outline) == 1 else {
            throw .severalSignedInfo
        }
        signedInfo = info
        let values = Self.children(of: element, named: "SignatureValue")
        guard let value = values.first, values.count == 1 else { throw .noSignatureValue }
        guard value.isPlainText else { throw .dividedText }
        self.value = try? Base64.decode(value.textBytes)
        guard let canonical = Self.algorithm(of: info, "CanonicalizationMethod") else { throw .noCanonicalization }
        canonicalization = Canonicalization(uri: canonical.attribute("Algorithm") ?? "", parameters: canonical)
        guard let method = Self.algorithm(of: info, "SignatureMethod") else { throw .noSignatureMethod }
        self.method = XMLSignatureMethod(method)
        let references = Self.children(of: info, named: "Reference")
        guard !references.isEmpty else { throw .noReference }
        for reference in references {
            let digests = Self.children(of: reference, named: "DigestValue")
            guard digests.count == 1, digests[0].text.contains(where: { !$0.isWhitespace }),
                Self.algorithm(of: reference, "DigestMethod") != nil
            else { throw .noDigest }
            guard digests[0].isPlainText else { throw .dividedText }
        }
        self.references = references.map(XMLReference.init)
        keyInfo = XMLKeyInfo(Self.children(of: element, named: "KeyInfo").first, limits: limits)
    }

    static func isSignature(_ element: XMLElement) -> Bool {
        isNamed("Signature", element)
    }

    static func isNamed(_ name: String, _ element: XMLElement) -> Bool {
        element.isNamed(name, in: namespace)
    }

    /// Children in the namespace of signatures.
    static func children(of element: XMLElement, named name: String) -> [XMLElement] {
        element.children(name, in: namespace)
    }

    private static func algorithm(of element: XMLElement, _ name: String) -> XMLElement? {
        let methods = children(of: element, named: name)
        return methods.count == 1 && methods[0].attribute("Algorithm")?.isEmpty == false ? methods[0] : nil
    }

    /// Those of this signature, not of one within it.
    private static func descendants(of number: Int, named name: String, in outline: XMLOutline) -> Int {
        var count = 0
        var next = number + 1
        while next < outline.nodes[number].end {
            let element = outline.nodes[next].element
            if isSignature(element) {
                next = outline.nodes[next].end
                continue
            }
            if isNamed(name, element) { count += 1 }
            next += 1
        }
        return count
    }
}
