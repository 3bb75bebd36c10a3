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
        umask(0o027)
        let words = Array(CommandLine.arguments.dropFirst())
        exit(run(words, environment: ProcessInfo.processInfo.environment).rawValue)
    }

    /// Carries out one command line and says how it ended.
    static func run(_ words: [String], environment: [String: String]) -> ExitCode {
        do {
            try StandardDescriptors.fill()
            // Not commands that anybody types: the program as one of its own reading processes, and what shells ask.
            if words == [ReadingServer.command] {
                try ReadingServer.run()
                return .done
            }
            if words.first == "complete" {
                let candidates = Completion.candidates(Array(words.dropFirst()), environment: environment)
                for candidate in candidates { Output.result(candidate) }
                return .done
            }
            var arguments = Arguments(words)
            if arguments.flag("--version") {
                Output.result("hoso \(version)")
                return .done
            }
            let wantsHelp = arguments.flag("--help", "-h")
            let context = try Context(&arguments, environment: environment)
            guard let name = arguments.word() else {
                guard wantsHelp else { throw UsageError(message: "a command is expected; hoso --help lists them") }
                Output.result(Help.overview)
                return .done
            }
            if name == "selftest", arguments.next(word: FuzzCommand.name) {
                return try FuzzCommand.run(&arguments, context)
            }
            if name == RehearseCommand.name { return try RehearseCommand.run(&arguments, context) }
            guard let command = Help.commands.first(where: { $0.name == name }) else {
                if name == "help" {
                    Output.result(Help.overview)
                    return .done
                }
                throw UsageError(
                    message: "there is no command «\(name)»"
                        + Suggestion.text(for: name, among: Help.commands.map { $0.name }))
            }
            if wantsHelp {
                Output.result(Help.text(of: command))
                return .done
            }
            if command.touchesState { try context.actAsOwner() }
            return try command.run(&arguments, context)
        } catch {
            return Failure.report(error)
        }
    }
}
