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
