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

    /// The account as the name of the folder that results are laid out in for it; nil without one, and for anything that
    /// is no single plain name.
    package var accountFolder: String? {
        guard let account = account?.revealed, let first = account.utf8.first, account.utf8.count <= 64 else {
            return nil
        }
        func isPlain(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: false
            }
        }
        let marks = Set("._@+-".utf8)
        guard isPlain(first), account.utf8.allSatisfy({ isPlain($0) || marks.contains($0) }) else { return nil }
        return account
    }

    package init(account: PersonalText?, name: PersonalText) {
        self.account = account
        self.name = name
    }
}
