package import Bytes
package import Documents

/// Reports on the signatures of a form: so far that they are there, and what they cover.
package enum XMLSignatures {
    /// One report for each `ds:Signature`, in the order of the document.
    ///
    /// What covers nothing that is used is not present, whatever it says of itself.
    package static func reports(in document: XMLDocument) -> [SignatureReport] {
        let outline = XMLOutline(document)
        let form = form(in: outline)
        return outline.nodes.indices.filter { XMLSignatureElement.isSignature(outline.nodes[$0].element) }.map {
            number in
            do throws(XMLSignatureElement.Fault) {
                let signature = try XMLSignatureElement(number, in: outline)
                let coverage = coverage(of: signature, form: form, in: outline)
                let covers = coverage.whole || coverage.part || !coverage.files.isEmpty
                return report(covers ? .passed : .failed("covers-nothing"), coverage)
            } catch {
                return report(.failed(error.rawValue), Coverage())
            }
        }
    }

    /// Refuses a form before its signatures are looked at.
    ///
    /// Throws `limits` for a flood of signatures, references or transforms, `duplicate-id` where two elements have the same
    /// identifier, so that a reference could mean either.
    package static func judge(_ document: XMLDocument, limits: Limits) throws(ParseError) {
        let outline = XMLOutline(document)
        for (_, numbers) in outline.identified where numbers.count > 1 {
            let line = outline.nodes[numbers[1]].element.line
            throw ParseError(.duplicateID, "an identifier that no other element has expected", line: line)
        }
        let signatures = outline.nodes.filter { XMLSignatureElement.isSignature($0.element) }.map(\.element)
        guard signatures.count <= limits.xmlSignatures else {
            throw ParseError(
                .limits, "at most \(limits.xmlSignatures) signatures expected, \(signatures.count) found",
                line: signatures.first?.line)
        }
        for signature in signatures {
            let references = XMLSignatureElement.children(of: signature, named: "SignedInfo").flatMap {
                XMLSignatureElement.children(of: $0, named: "Reference")
            }
            let transforms = references.map { XMLReference($0).transforms }.max() ?? 0
            guard references.count <= limits.xmlReferences, transforms <= limits.xmlTransforms else {
                throw ParseError(
                    .limits,
                    "at most \(limits.xmlReferences) references of \(limits.xmlTransforms) transforms in a signature expected, \(references.count) and \(transforms) found",
                    line: signature.line)
            }
        }
    }

    private static func report(_ present: Fact, _ coverage: Coverage) -> SignatureReport {
        SignatureReport(
            form: .xml, present: present, coverage: coverage, intact: .undetermined("not-checked"),
            valid: .undetermined("not-checked"), trusted: .undetermined("not-checked"))
    }

    /// The element that a reader takes for the form: the root, or, where that is a signature, the one element that it envelops.
    private static func form(in outline: XMLOutline) -> Int? {
        guard XMLSignatureElement.isSignature(outline.nodes[0].element) else { return 0 }
        let objects = outline.children(of: 0).filter {
            let element = outline.nodes[$0].element
            return element.name == "Object" && element.namespace == XMLSignatureElement.namespace
        }
        let forms = objects.flatMap { outline.children(of: $0) }.filter { number in
            let namespace = outline.nodes[number].element.namespace ?? ""
            return namespace != XMLSignatureElement.namespace && !namespace.hasPrefix("http://uri.etsi.org/01903")
        }
        return forms.count == 1 ? forms[0] : nil
    }

    private static func coverage(of signature: XMLSignatureElement, form: Int?, in outline: XMLOutline) -> Coverage {
        var coverage = Coverage()
        for reference in signature.references {
            let target: Int
            switch reference.target {
            case .foreign: continue
            case .file(let name):
                if reference.effect == .all, !coverage.files.contains(name) { coverage.files.append(name) }
                continue
            case .document: target = 0
            case .identifier(let value):
                // With two of the same value a checker may take the one and a reader the other: it means neither.
                guard let found = outline.identified[value], found.count == 1 else { continue }
                target = found[0]
            }
            // What holds the signature itself can be digested only without it.
            let holdsItself = outline.contains(target, signature.number)
            guard reference.effect != .other, !holdsItself || reference.effect == .withoutSignature else { continue }
            if let form, outline.contains(target, form), !isExcluded(form, by: reference, from: target, in: outline) {
                coverage.whole = true
            } else if !outline.contains(signature.number, target) {
                coverage.part = true
            }
        }
        return coverage
    }

    /// Whether the form lies in a signature that the transforms leave out.
    private static func isExcluded(_ form: Int, by reference: XMLReference, from target: Int, in outline: XMLOutline)
        -> Bool
    {
        guard reference.effect == .withoutSignature else { return false }
        return (target...form).contains { number in
            outline.contains(number, form) && XMLSignatureElement.isSignature(outline.nodes[number].element)
        }
    }
}
