/// The number by which one object names another.
package struct PDFReference: Hashable, Sendable {
    package let number: Int
    package let generation: Int

    package init(number: Int, generation: Int) {
        self.number = number
        self.generation = generation
    }
}
