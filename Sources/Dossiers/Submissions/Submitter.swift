/// Who submits: personal data, which stays out of logs, metrics and subjects.
package struct Submitter: Sendable, Codable, Equatable {
    /// The registered account; required from level 3 (Điều 6.2).
    package var account: String?
    package var name: String
    package var idNumber: String?
    package var organization: String?
    package var taxCode: String?
    package var phone: String?
    package var email: String?
    package var address: String?

    package init(account: String?, name: String) {
        self.account = account
        self.name = name
    }
}
