/// Where an object lies, as a cross-reference says.
package enum PDFEntry: Sendable, Equatable {
    case free
    case inFile(offset: Int, generation: Int)
    case inStream(number: Int, index: Int)
}
