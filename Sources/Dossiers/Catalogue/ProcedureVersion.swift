/// A procedure as it holds from a day on: what a dossier keeps from its receipt to its end.
package struct ProcedureVersion: Sendable, Hashable, Codable {
    package let code: String
    /// Nil for the first.
    package let validFrom: Day?

    package init(code: String, validFrom: Day?) {
        self.code = code
        self.validFrom = validFrom
    }
}

extension ProcedureVersion: CustomStringConvertible {
    /// As its file is named: `2.000488`, or `2.000488@2026-07-01`.
    package var description: String { code + (validFrom.map { "@\($0)" } ?? "") }
}
