/// One thing that hoso does, under the word that is typed for it.
protocol Command: Sendable {
    static var name: String { get }
    /// One line for the overview.
    static var summary: String { get }
    /// What is typed, without the program's name.
    static var usage: String { get }
    /// The command's own options, with what each does.
    static var options: [(String, String)] { get }

    /// What there is to know beside the options; empty where that is all.
    static var notes: String { get }
    /// Whether it may change the site's state, so that root goes on as the state's owner.
    static var touchesState: Bool { get }

    /// Every word that may stand in the place of a placeholder of its usage, such as `KIND`; none where there is no fixed list.
    static func words(for placeholder: String) -> [String]

    /// Reads what is left of the command line and does it.
    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode
}

extension Command {
    static var options: [(String, String)] { [] }
    static var notes: String { "" }
    static var touchesState: Bool { false }
    static func words(for placeholder: String) -> [String] { [] }

    /// Nothing may be left on the command line.
    static func finish(_ arguments: Arguments) throws(UsageError) {
        try arguments.finish(
            known: options.map { String($0.0.prefix { $0 != " " }) } + Help.globalOptions)
    }
}
