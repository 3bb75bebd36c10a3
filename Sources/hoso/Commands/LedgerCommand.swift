import Pipeline

/// `hoso ledger verify`.
enum LedgerCommand: Command {
    static let name = "ledger"
    static let summary = "`verify` reads the whole ledger and says whether anything is missing, changed or out of order"
    static let touchesState = true
    static let usage = "ledger verify"

    static func run(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        let word = try arguments.required("«verify»")
        guard word == "verify" else { throw UsageError(message: "«verify» expected, not «\(word)»") }
        try finish(arguments)
        let verdict = try LedgerCheck.verify(site: context.site)
        Output.result(verdict.text)
        return verdict.isSound ? .done : .attention
    }
}
