import Dossiers
import Intake
import Settings

extension Site {
    /// What procedures ask of signatures where they have a rule of their own.
    var requirements: [SignaturePolicy] { catalogue.procedures.values.flatMap { $0 }.compactMap(\.require) }

    /// The most that the site or any of its procedures asks.
    var deepestPolicy: SignaturePolicy { ([signatures] + requirements).max() ?? signatures }

    /// Whether what arrived has to show that keys made its signatures: at level 4 alone, where the policy asks for it.
    func asksForValues(in message: Message, now: Moment) -> Bool {
        switch message {
        case .submission(let submission):
            let procedure = catalogue.procedure(submission.procedure, on: now.day)
            return submission.level == 4 && (procedure?.require ?? signatures) >= .valid
        // Which dossier it is for, and so which policy holds, is known only later.
        case .followUp: return deepestPolicy >= .valid
        case .feedback, .yearlyReport: return false
        }
    }
}
