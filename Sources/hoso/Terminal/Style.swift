import Foundation

/// What little is marked on a terminal; nothing in a pipe, nor where `NO_COLOR` is set (no-color.org).
enum Style {
    static let isOn = Output.isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty

    static func heading(_ text: String) -> String { mark(text, "1") }
    static func good(_ text: String) -> String { mark(text, "32") }
    static func doubtful(_ text: String) -> String { mark(text, "33") }
    static func bad(_ text: String) -> String { mark(text, "31") }

    private static func mark(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
