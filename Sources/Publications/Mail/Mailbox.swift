package import Dossiers

/// An address with the name that mail programs show for it.
package struct Mailbox: Sendable, Equatable {
    package let name: String
    package let address: MailAddress

    package init(name: String, address: MailAddress) {
        self.name = name
        self.address = address
    }
}
