import Files
import Foundation
import Pipeline

/// The program: the first word is the command.
@main
enum Hoso {
    static let version = "0.1.0"

    static func main() {
        // A reader that has gone away is an error to be handled, not a reason to die half-way.
        signal(SIGPIPE, SIG_IGN)
        // Nothing that we make is anybody's but ours and our group's, whatever the shell says.
        umask(0o007)
        FreedMemory.giveBack()
        let words = Array(CommandLine.arguments.dropFirst())
        let code = run(words, environment: ProcessInfo.processInfo.environment)
        Output.endProgress()
        exit(unlessLost(code).rawValue)
    }

    /// A reader that has gone away has what it wanted; any other loss of a result is to be known.
    private static func unlessLost(_ code: ExitCode) -> ExitCode {
        guard let lost = Output.lost, !lost.isReaderGone else { return code }
        Output.message("\(lost)")
        return [.done, .attention].contains(code) ? .inputOutput : code
    }

    /// Carries out one command line and says how it ended.
    private static func run(_ words: [String], environment: [String: String]) -> ExitCode {
        do {
            try StandardDescriptors.fill()
            // Not commands that anybody types: the program as one of its own reading processes, and what shells ask.
            if words == [ReadingServer.command] {
                try ReadingServer.run()
                return .done
            }
            if words.first == "complete" {
                let candidates = try Completion.candidates(Array(words.dropFirst()), environment: environment)
                for candidate in candidates { Output.result(candidate) }
                return .done
            }
            try expectText(words + [environment["HOSO_SITE"] ?? ""])
            var arguments = Arguments(words)
            if arguments.flag("--version", "-V") {
                Output.result("hoso \(version)")
                return .done
            }
            let context = try Context(&arguments, environment: environment)
            let wantsHelp = arguments.flag("--help", "-h") || arguments.next(word: "help")
            do {
                if wantsHelp { return try help(&arguments) }
                let option = arguments.leadingOption
                let command = try command(arguments.word(), after: option)
                if command.touchesState { try context.actAsOwner() }
                return try command.run(&arguments, context)
            } catch {
                return Failure(error).tell(context.log)
            }
        } catch {
            return Failure(error).tell(LogWriter(format: .detected(environment)))
        }
    }

    /// Bytes that are no UTF-8 come as U+FFFD, and would name another file than was meant.
    private static func expectText(_ words: [String]) throws(UsageError) {
        for word in words where word.unicodeScalars.contains("\u{FFFD}") {
            throw UsageError(message: "«\(word)» is not UTF-8, in which every path and text must be")
        }
    }

    private static func help(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        guard let name = arguments.word() else {
            Output.result(Help.overview)
            return .done
        }
        Output.result(Help.text(of: try command(name)))
        return .done
    }

    /// - Parameter option: one that stands before it and is none of those that every command has.
    private static func command(_ name: String?, after option: String? = nil) throws(UsageError) -> any Command.Type {
        guard let name else {
            if let option {
                throw UsageError(
                    message: "there is no option \(option)" + Suggestion.text(for: option, among: Help.globalOptions))
            }
            throw UsageError(message: "a command is expected; hoso --help lists them")
        }
        guard let command = Help.commands.first(where: { $0.name == name }) else {
            if let option {
                throw UsageError(
                    message:
                        "«\(name)» is no command, and \(option) stands before one: a command comes first, its options "
                        + "behind it")
            }
            throw UsageError(
                message: "there is no command «\(name)»"
                    + Suggestion.text(for: name, among: Help.commands.map { $0.name }))
        }
        return command
    }
}
