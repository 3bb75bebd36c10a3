/// Who submits: personal data, which stays out of logs, metrics and subjects.
package struct Submitter: Sendable, Codable, Equatable {
    /// The registered account; required from level 3 (Điều 6.2).
    package var account: PersonalText?
    package var name: PersonalText
    package var idNumber: PersonalText?
    package var organization: PersonalText?
    package var taxCode: PersonalText?
    package var phone: PersonalText?
    package var email: PersonalText?
    package var address: PersonalText?

    package init(account: PersonalText?, name: PersonalText) {
        self.account = account
        self.name = name
    }
}
