import CLibXML2

/// libxml2's state for the whole process and for each thread of it.
enum LibXML2 {
    private static let started: Void = {
        xmlInitParser()
        xmlSchemaInitTypes()
    }()

    /// To be called before anything else of it, on the thread that calls.
    ///
    /// What goes wrong is told by results. By itself libxml2 would write it to the standard error too, and with it the sender's
    /// own text, line ends included: for what is not valid, such as an `xml:id` that is no name, not even a parser that is asked
    /// for silence keeps it (OP5, OP7).
    static func start() {
        _ = started
        unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
        hoso_xml_silence()
    }
}
