import Dossiers
import Files
import Pipeline

/// Gives an order and says what came of it.
enum OrderGiver {
    /// Where another hoso holds the site, that one carries it out; it is given this many seconds to answer.
    private static let patience = 15

    static func give(_ order: Order, _ context: Context) throws -> ExitCode {
        let answer = try OrderDesk.give(
            order, site: context.site, now: context.now, patience: patience, say: context.log.callAsFunction)
        guard let answer else {
            Output.message(
                "the hoso that holds this site has not answered within \(patience) s; the order lies in State/orders, and hoso carries it out when it can"
            )
            return .attention
        }
        guard answer.isDone else {
            Output.message(answer.text)
            return .attention
        }
        Output.result(answer.text)
        return .done
    }

    /// A reason is a sentence that is read again in a year.
    static func reason(_ arguments: inout Arguments) throws(UsageError) -> String {
        guard let reason = try arguments.value("--reason"), reason.contains(where: \.isLetter) else {
            throw UsageError(message: "--reason is expected: who reads the ledger wants to know why")
        }
        guard reason.utf8.count <= 1000 else { throw UsageError(message: "--reason takes at most 1000 bytes") }
        return reason
    }

    static let reasonOption = ("--reason TEXT", "why; stands in the ledger with your name")
}
