import Foundation

/// Where results and messages go: results to standard output, everything else to standard error.
enum Output {
    static func result(_ text: String) { write(text + "\n", to: 1) }
    /// A result that is a file of its own.
    static func bytes(_ bytes: [UInt8]) { FileHandle(fileDescriptor: 1, closeOnDealloc: false).write(Data(bytes)) }
    static func message(_ text: String) { write("hoso: " + text + "\n", to: 2) }

    /// A line for standard error as it is.
    static func error(_ line: String) { write(line + "\n", to: 2) }

    /// One line of a terminal, in place of the one before.
    static func progress(_ line: String) { write("\r\u{1B}[K" + line, to: 2) }

    static var isTerminal: Bool { isatty(1) == 1 }
    static var errorIsTerminal: Bool { isatty(2) == 1 }

    /// A pipe whose reader has gone ends the program quietly, as SIGPIPE would.
    private static func write(_ text: String, to descriptor: Int32) {
        FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(Data(text.utf8))
    }
}
