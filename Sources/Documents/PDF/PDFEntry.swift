/// Where an object lies, as a cross-reference says.
package enum PDFEntry: Sendable, Equatable {
    case free
    case inFile(offset: Int, generation: Int)
    case inStream(number: Int, index: Int)

    /// Nil for one that does not stand in the file itself.
    var offset: Int? { if case .inFile(let offset, _) = self { offset } else { nil } }
}
