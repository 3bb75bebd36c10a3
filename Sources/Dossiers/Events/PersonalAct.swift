/// What a person of the office did by command, and why.
package struct PersonalAct: Sendable, Codable, Equatable {
    package let by: String
    package let reason: String

    package init(by: String, reason: String) {
        self.by = by
        self.reason = reason
    }
}
