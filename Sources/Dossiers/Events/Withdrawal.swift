/// The citizen takes the dossier back.
package struct Withdrawal: Sendable, Codable, Equatable {
    package let reason: PersonalText?
    /// Who entered it at the counter, and why; nil where a message of its account did, and in ledgers of before.
    package let order: PersonalAct?

    package init(reason: PersonalText?, order: PersonalAct? = nil) {
        self.reason = reason
        self.order = order
    }
}
