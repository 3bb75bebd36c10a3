import Pipeline

/// `hoso ledger verify`.
enum LedgerCommand: Command {
    static let name = "ledger"
    static let summary = "`verify` reads the whole ledger and says whether anything is missing, changed or out of order"
    static let touchesState = true
    static let usage = "ledger verify"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        try arguments.word(of: "verify")
        try finish(arguments)
        let progress = Progress("verifying the ledger")
        let verdict = try LedgerCheck.verify(site: context.site, say: context.tell) { progress.reach($0, of: $1) }
        Output.result(verdict.text)
        return verdict.isSound ? .done : .attention
    }
}
