import CLibXML2

/// Text of libxml2's, which is UTF-8 that the parser has checked.
enum XMLText {
    /// Lends libxml2 a text as it lies in memory; where one is asked for as an argument the language makes a copy.
    static func lend<Result>(_ text: String, _ body: (UnsafePointer<xmlChar>?) -> Result) -> Result {
        unsafe text.withCString { characters in
            unsafe characters.withMemoryRebound(to: xmlChar.self, capacity: 1) { unsafe body($0) }
        }
    }

    static func string(_ text: UnsafePointer<xmlChar>) -> String {
        unsafe String(cString: text)
    }
}
