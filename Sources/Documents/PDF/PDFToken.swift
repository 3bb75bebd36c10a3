/// The smallest pieces of PDF syntax.
enum PDFToken: Equatable {
    case object(PDFObject)
    case arrayOpen, arrayClose, dictionaryOpen, dictionaryClose
    case keyword(String)
    case end
}
