import Files
import Ledgers
import Pipeline
import Publications
import Settings

/// Turns what was thrown into a message for the operator and the exit code of the contract.
enum Failure {
    static func report(_ error: any Error) -> ExitCode {
        switch error {
        case let error as UsageError:
            Output.message(error.message)
            return .usage
        case let error as NoSuchInput:
            Output.message(error.description)
            return .noInput
        case let error as ConfigurationMistakes:
            for problem in error.problems { Output.message(problem.description) }
            return .configuration
        case let error as SiteHeld:
            Output.message(error.description)
            return .held
        case let error as GuardStop:
            Output.message(error.description)
            return .attention
        case is LedgerDamage, is LedgerBehind:
            Output.message("\(error)")
            return .badData
        case let error as ReportDiscrepancy:
            Output.message("a report does not add up and is not issued: \(error)")
            return .badData
        case let error as Tally.SplitDossier:
            Output.message(error.description)
            return .badData
        case is DecodingError:
            Output.message("the tally cannot be read: \(error)")
            return .badData
        default:
            Output.message("\(error)")
            return .inputOutput
        }
    }
}
