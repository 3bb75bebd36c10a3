import Files
import Foundation
private import Synchronization

/// Where results and messages go: results to standard output, everything else to standard error.
enum Output {
    private struct State {
        /// Whether a line of progress stands on the terminal, which anything else that is written takes away.
        var hasProgress = false
        var lost: FileError?
    }

    private static let state = Mutex(State())

    /// Why a result could not be written; no later one is tried then, and what is to be done is done all the same.
    static var lost: FileError? { state.withLock { $0.lost } }

    static func result(_ text: String) { write(Array((text + "\n").utf8), to: 1) }
    /// A result that is a file of its own.
    static func bytes(_ bytes: [UInt8]) { write(bytes, to: 1) }

    /// A result that is written to a file, which appears whole.
    static func file(_ bytes: [UInt8], at path: String) throws {
        let file = URL(fileURLWithPath: path)
        guard let name = FileName(file.lastPathComponent) else {
            throw UsageError(message: "«\(path)» is no file that can be written")
        }
        let folder = file.deletingLastPathComponent().path
        try NoSuchInput.expectFolder(folder)
        try Folder(path: folder).replaceDurably(name, with: bytes, mode: 0o644)
    }

    static func message(_ text: String) { error("hoso: " + text) }

    /// A line for standard error as it is.
    static func error(_ line: String) { write(Array((line + "\n").utf8), to: 2) }

    /// One line of a terminal, in place of the one before.
    static func progress(_ line: String) {
        state.withLock { state in
            say(Array("\r\u{1B}[K\(line)".utf8))
            state.hasProgress = true
        }
    }

    /// Takes the line of progress away.
    static func endProgress() { write([], to: 2) }

    static var isTerminal: Bool { isatty(1) == 1 }
    static var errorIsTerminal: Bool { isatty(2) == 1 }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        state.withLock { state in
            if state.hasProgress { say(Array("\r\u{1B}[K".utf8)) }
            state.hasProgress = false
            guard descriptor == 1 else { return say(bytes) }
            guard state.lost == nil else { return }
            do throws(FileError) {
                try StandardDescriptors.write(bytes, to: descriptor)
            } catch {
                state.lost = error
            }
        }
    }

    /// There is nowhere to tell that a message could not be told, and what it tells of has happened.
    private static func say(_ bytes: [UInt8]) { try? StandardDescriptors.write(bytes, to: 2) }
}
