import Dossiers
import Pipeline

/// Gives an order and says what came of it.
enum OrderGiver {
    /// Where another hoso holds the site, that one carries it out; it is given this many seconds to answer.
    private static let patience = 15

    static let reasonOption = ("--reason TEXT", "why; stands in the ledger with your name")

    /// - Parameter saysDone: whether what was done is said, and not only what was not.
    static func give(
        _ order: Order, _ context: Context, patience: Int = patience, saysDone: Bool = true
    ) throws -> ExitCode {
        let answer = try OrderDesk.give(
            order, site: context.site, now: context.now, reading: .own, patience: patience,
            say: context.log.callAsFunction)
        guard let answer else {
            Output.message(
                "the hoso that holds this site has not answered within \(patience) s; the order lies in State/orders, and hoso carries it out when it can"
            )
            return .attention
        }
        if answer.isAboutNothing == true { throw NoSuchInput(description: answer.text) }
        guard answer.isDone else {
            Output.message(answer.text)
            return .attention
        }
        if saysDone { Output.result(answer.text) }
        return .done
    }

    /// A reason is a sentence that is read again in a year.
    ///
    /// - Parameter usual: what the ledger says where nobody said why; nil where somebody must.
    static func reason(_ arguments: inout Arguments, usual: String? = nil) throws(UsageError) -> String {
        guard let reason = try arguments.value("--reason") ?? usual, reason.contains(where: \.isLetter) else {
            throw UsageError(message: "--reason is expected: who reads the ledger wants to know why")
        }
        guard reason.utf8.count <= 1000 else { throw UsageError(message: "--reason takes at most 1000 bytes") }
        return reason
    }
}
