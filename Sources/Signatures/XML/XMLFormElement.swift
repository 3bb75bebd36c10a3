package import Documents

/// Finds the element that a reader takes for the form.
package enum XMLFormElement {
    /// The root; or, where that is a signature or its object, the one element that it envelops; nil where there is not one.
    package static func find(in document: XMLDocument) -> XMLElement? {
        let root = document.root
        let objects: [XMLElement]
        if XMLSignatureElement.isSignature(root) {
            objects = XMLSignatureElement.children(of: root, named: "Object")
        } else if XMLSignatureElement.isNamed("Object", root) {
            objects = [root]
        } else {
            return root
        }
        let forms = objects.flatMap(\.children).filter { element in
            let namespace = element.namespace ?? ""
            return namespace != XMLSignatureElement.namespace && !namespace.hasPrefix("http://uri.etsi.org/01903")
        }
        return forms.count == 1 ? forms[0] : nil
    }
}
