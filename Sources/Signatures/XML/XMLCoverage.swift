import Documents

/// What references cover of that which a reader takes for the form.
struct XMLCoverage {
    private let outline: XMLOutline
    /// The number of the form's element; nil where the document holds none, or several.
    private let form: Int?
    private let formFile: String?

    init(_ outline: XMLOutline, form: XMLElement?, _ formFile: String?) {
        self.outline = outline
        self.form = form.flatMap { form in outline.nodes.firstIndex { $0.element.isSame(as: form) } }
        self.formFile = formFile
    }

    func coverage(of signature: XMLSignatureElement) -> Coverage {
        var coverage = Coverage()
        for reference in signature.references {
            if case .file(let name) = reference.target, name != formFile {
                if reference.effect == .all, !coverage.files.contains(name) { coverage.files.append(name) }
                if reference.effect == .decoded { coverage.part = true }
            } else if isWhole(reference, in: signature) {
                coverage.whole = true
            } else if isPart(reference, in: signature) {
                coverage.part = true
            }
        }
        return coverage
    }

    /// Whether a reference covers all of the form.
    func isWhole(_ reference: XMLReference, in signature: XMLSignatureElement) -> Bool {
        guard let target = target(of: reference) else {
            guard let formFile, case .file(formFile) = reference.target else { return false }
            return reference.effect == .all || reference.effect == .withoutSignature
        }
        guard let form, shows(reference, target, in: signature) else { return false }
        return outline.contains(target, form) && !isLeftOut(form, by: reference, below: target)
    }

    private func isPart(_ reference: XMLReference, in signature: XMLSignatureElement) -> Bool {
        guard let target = target(of: reference), shows(reference, target, in: signature) else { return false }
        let isSignature = outline.signatures.contains { outline.contains($0, target) }
        if outline.signatures.first == 0 {
            // The document is a signature with what it envelops: objects, but for what the signature says of itself.
            guard let object = outline.children(of: 0).first(where: { outline.contains($0, target) }) else {
                return false
            }
            let isObject = XMLSignatureElement.isNamed("Object", outline.nodes[object].element)
            return isObject && !XAdESProperties.isPart(target, of: object, in: outline)
        }
        return !isSignature && !isCopy(target)
    }

    /// The number of the element that a reference points at; nil where it points at none, or at several.
    private func target(of reference: XMLReference) -> Int? {
        switch reference.target {
        case .document: return 0
        case .identifier(let value, _):
            guard let found = outline.identified[value], found.count == 1 else { return nil }
            return found[0]
        case .file, .foreign: return nil
        }
    }

    /// Whether what the digest is of is what stands there; what holds the signature itself can be digested only without it.
    private func shows(_ reference: XMLReference, _ target: Int, in signature: XMLSignatureElement) -> Bool {
        guard reference.effect != .other else { return false }
        return !outline.contains(target, signature.number) || reference.effect == .withoutSignature
    }

    /// Whether the form lies in a signature that the transforms leave out.
    private func isLeftOut(_ form: Int, by reference: XMLReference, below target: Int) -> Bool {
        guard reference.effect == .withoutSignature else { return false }
        return outline.signatures.contains { $0 >= target && outline.contains($0, form) }
    }

    /// Whether it is, or lies in, a second element of the form's own name: a forged form may hold the signed one, which nobody reads
    /// there (XS2, XS3).
    private func isCopy(_ target: Int) -> Bool {
        guard let form else { return false }
        let own = outline.nodes[form].element
        return outline.nodes.indices.contains { number in
            let element = outline.nodes[number].element
            return number != form && outline.contains(number, target) && element.name == own.name
                && element.namespace == own.namespace
        }
    }
}
