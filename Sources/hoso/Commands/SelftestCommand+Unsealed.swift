import Pipeline

extension SelftestCommand {
    /// As `once`, but for the place of reading: what the sealed processes cost is the difference.
    static func unsealed(_ arguments: inout Arguments, _ context: Context) throws -> ExitCode {
        try finish(arguments)
        try context.actAsOwner()
        let office = try Office(
            site: context.site, now: context.now, mode: .once, reading: .here, remembering: context.memory,
            say: context.log.callAsFunction)
        try office.once()
        try office.publishMetrics(finished: "once")
        return .done
    }
}
