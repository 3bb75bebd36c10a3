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
        case noSignatureValue = "no-signature-value"
        case emptySignatureValue = "empty-signature-value"
    }

    /// The number of the element in the outline.
    let number: Int
    let references: [XMLReference]

    init(_ number: Int, in outline: XMLOutline) throws(Fault) {
        self.number = number
        let element = outline.nodes[number].element
        let infos = Self.children(of: element, named: "SignedInfo")
        guard let info = infos.first else { throw .noSignedInfo }
        guard infos.count == 1, Self.descendants(of: number, named: "SignedInfo", in: outline) == 1 else {
            throw .severalSignedInfo
        }
        let values = Self.children(of: element, named: "SignatureValue")
        guard let value = values.first, values.count == 1 else { throw .noSignatureValue }
        guard value.text.contains(where: { !$0.isWhitespace }) else { throw .emptySignatureValue }
        guard Self.hasAlgorithm(info, "CanonicalizationMethod") else { throw .noCanonicalization }
        guard Self.hasAlgorithm(info, "SignatureMethod") else { throw .noSignatureMethod }
        let references = Self.children(of: info, named: "Reference")
        guard !references.isEmpty else { throw .noReference }
        for reference in references {
            let digests = Self.children(of: reference, named: "DigestValue")
            guard digests.count == 1, digests[0].text.contains(where: { !$0.isWhitespace }),
                Self.hasAlgorithm(reference, "DigestMethod")
            else { throw .noDigest }
        }
        self.references = references.map(XMLReference.init)
    }

    static func isSignature(_ element: XMLElement) -> Bool {
        element.name == "Signature" && element.namespace == namespace
    }

    /// Children in the namespace of signatures.
    static func children(of element: XMLElement, named name: String) -> [XMLElement] {
        element.children.filter { $0.name == name && $0.namespace == namespace }
    }

    private static func hasAlgorithm(_ element: XMLElement, _ name: String) -> Bool {
        let methods = children(of: element, named: name)
        return methods.count == 1 && methods[0].attribute("Algorithm")?.isEmpty == false
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
            if element.name == name, element.namespace == namespace { count += 1 }
            next += 1
        }
        return count
    }
}
