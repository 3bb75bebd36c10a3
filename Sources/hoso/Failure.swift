import Files
import Ledgers
import Pipeline
import Publications
import Settings

/// What was thrown, as lines for the operator and the exit code of the contract.
struct Failure {
    let code: ExitCode
    let events: [LogEvent]
    /// What a person at the keyboard is to do, where that can be said.
    private(set) var advice: String?

    init(_ error: any Error) {
        let text: String
        switch error {
        case let error as ConfigurationMistakes:
            code = .configuration
            events = error.events
            return
        case let error as UsageError: (code, text) = (.usage, error.message)
        case let error as NoSuchInput: (code, text) = (.noInput, error.description)
        case let error as NoSite: (code, text) = (.noInput, "\(error)")
        case let error as SiteHeld: (code, text) = (.held, error.description)
        case let error as LockHeld: (code, text) = (.held, error.description)
        case let error as GuardStop: (code, text) = (.attention, error.description)
        case let error as FolderInUse: (code, text) = (.usage, error.description)
        case let error as PublishedTree.NotOurs: (code, text) = (.usage, error.description)
        case let error as FileError where error.isClosedToUs:
            (code, text) = (.inputOutput, "\(error)")
            if !SystemUser.isRoot { advice = "where the site is another user's, call hoso with sudo" }
        case is LedgerDamage, is LedgerBehind: (code, text) = (.badData, "\(error)")
        case let error as ReportDiscrepancy:
            (code, text) = (.badData, "a report does not add up and is not issued: \(error)")
        case let error as Tally.SplitDossier: (code, text) = (.badData, error.description)
        case let error as Tally.OtherVersion: (code, text) = (.badData, error.description)
        case let error as Tally.OtherDay: (code, text) = (.badData, error.description)
        case is DecodingError:
            (code, text) = (
                .badData,
                "the tally cannot be read; where another version of hoso made it, make it anew with «hoso tally»: \(error)"
            )
        default: (code, text) = (.inputOutput, "\(error)")
        }
        events = [LogEvent(.failed, "\(open: text)")]
    }

    /// Tells a person at the keyboard in plain words, and a journal in its own.
    func tell(_ log: LogWriter) -> ExitCode {
        guard log.format == .plain else { return enter(in: log) }
        for text in events.map(\.text.description) + [advice].compactMap({ $0 }) { Output.message(text) }
        return code
    }

    /// Tells it as events of the log, as a service does.
    func enter(in log: LogWriter) -> ExitCode {
        for event in events { log(event) }
        return code
    }
}
