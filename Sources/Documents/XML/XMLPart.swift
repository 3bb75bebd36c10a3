/// A part of a document: one element with all within it, or the whole, but for some elements.
package struct XMLPart: Sendable {
    /// The topmost element; nil for the whole document with what stands around its root.
    package let apex: XMLElement?
    /// Left out with all within them.
    package let excluded: [XMLElement]

    package init(apex: XMLElement?, excluded: [XMLElement] = []) {
        self.apex = apex
        self.excluded = excluded
    }
}
