package import Bytes
package import Documents

/// The signatures of an XML document: what each covers, and what it is worth.
package enum XMLSignatures {
    /// What was found out of the signatures of a document.
    package struct Verdict: Sendable {
        /// One report for each `ds:Signature`, in the order of the document; of all past the limit one.
        package let reports: [SignatureReport]
        /// The bytes of the form that a signature verified, where one did: nothing else is signed.
        package let signedForm: [UInt8]?

        /// Of a document that claims to be a signature and cannot be read.
        package static func unreadable(_ error: ParseError) -> Verdict {
            Verdict(reports: [XMLSignature.unreadable(error).report], signedForm: nil)
        }
    }

    /// Refuses a form before its signatures are looked at.
    ///
    /// Throws `limits` for a flood of signatures, references or transforms, `duplicate-id` where two elements have the same
    /// identifier, so that a reference could mean either.
    ///
    /// - Returns: whether there are any.
    @discardableResult
    package static func judge(_ document: XMLDocument, limits: Limits) throws(ParseError) -> Bool {
        let outline = XMLOutline(document)
        for (_, numbers) in outline.identified where numbers.count > 1 {
            let line = outline.nodes[numbers[1]].element.line
            throw ParseError(.duplicateID, "an identifier that no other element has expected", line: line)
        }
        let signatures = outline.signatures.map { outline.nodes[$0].element }
        guard signatures.count <= limits.xmlSignatures else {
            throw ParseError(
                .limits, "at most \(limits.xmlSignatures) signatures expected, \(signatures.count) found",
                line: signatures.first?.line)
        }
        for signature in signatures {
            let references = XMLSignatureElement.children(of: signature, named: "SignedInfo").flatMap {
                XMLSignatureElement.children(of: $0, named: "Reference")
            }
            let transforms = references.map { XMLReference($0).transforms.count }.max() ?? 0
            guard references.count <= limits.xmlReferences, transforms <= limits.xmlTransforms else {
                throw ParseError(
                    .limits,
                    "at most \(limits.xmlReferences) references of \(limits.xmlTransforms) transforms in a signature expected, \(references.count) and \(transforms) found",
                    line: signature.line)
            }
        }
        return !signatures.isEmpty
    }

    /// Whether the document holds an element that calls itself a signature.
    package static func areThere(in document: XMLDocument) -> Bool { !XMLOutline(document).signatures.isEmpty }

    /// Checks what every signature of a document covers, and whether its digests fit; validity and trust are left as claims.
    ///
    /// What covers nothing that is used is not present, whatever it says of itself. Throws what a file's source throws where
    /// our own disk fails.
    ///
    /// - Parameter formFile: the name of the form where it lies beside the document, as beside `form.xml.sig`; nil where it
    ///   stands in it.
    package static func verify(
        _ document: XMLDocument, formFile: String? = nil, files: SignedFiles = .none, limits: Limits
    ) throws -> Verdict {
        let outline = XMLOutline(document)
        let coverage = XMLCoverage(outline, form: formFile == nil ? XMLFormElement.find(in: document) : nil, formFile)
        var check = XMLReferenceCheck(document, outline, files: files, limits: limits)
        var verified: [XMLSignature] = []
        for number in outline.signatures.prefix(limits.xmlSignatures) {
            verified.append(try XMLSignature(number, in: outline, coverage, &check, limits: limits))
        }
        verified += outline.signatures.dropFirst(limits.xmlSignatures).prefix(1).map(XMLSignature.init(overLimit:))
        // All that cover the form and fit read the same: they leave out signatures, and nothing else.
        let covering = verified.indices.filter {
            verified[$0].report.coverage.whole && verified[$0].report.worth >= .intact
        }
        var signedForm: [UInt8]?
        if let first = covering.first, let reference = verified[first].formReference {
            signedForm = try check.bytes(of: reference, in: verified[first].number)
        }
        if signedForm == nil { for index in covering { verified[index].leaveUnread() } }
        return Verdict(reports: verified.map(\.report), signedForm: signedForm)
    }
}
