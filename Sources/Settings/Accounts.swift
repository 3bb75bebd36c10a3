package import Dossiers

/// An account that is registered with the portal (Điều 6.2): personal data.
package struct Account: Sendable, Equatable {
    package let name: PersonalText
    package let email: PersonalText
    package let phone: PersonalText

    package init(name: PersonalText, email: PersonalText, phone: PersonalText) {
        self.name = name
        self.email = email
        self.phone = phone
    }
}

/// The registered accounts, looked up by their identifier.
package struct Accounts: Sendable, Equatable {
    private let byIdentifier: [String: Account]

    package init(_ accounts: [String: Account]) { byIdentifier = accounts }

    package var count: Int { byIdentifier.count }

    package func contains(_ identifier: String) -> Bool { byIdentifier[identifier] != nil }

    package subscript(identifier: String) -> Account? { byIdentifier[identifier] }
}

extension Accounts {
    /// What an account is called by, in words.
    package static let identifier =
        "an account of 1 to 64 letters, digits and . _ @ + -, the first a letter or digit"

    /// The same as the package schema takes, so that every account can name a folder.
    package static func isIdentifier(_ text: String) -> Bool {
        func isPlain(_ byte: UInt8) -> Bool {
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        }
        let bytes = text.utf8
        return (1...64).contains(bytes.count) && bytes.first.map(isPlain) == true
            && bytes.allSatisfy { isPlain($0) || "._@+-".utf8.contains($0) }
    }
}
