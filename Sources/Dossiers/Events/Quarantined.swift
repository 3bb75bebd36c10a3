/// An arrival that could not be read, kept whole with its reason.
package struct Quarantined: Sendable, Codable, Equatable {
    /// Under which it lies in `State/quarantine/`.
    package let name: String
    /// The inbox folder that it came by.
    package let channel: String
    /// A stable word.
    package let code: String
    /// In English, for the operator.
    package let reason: String

    package init(name: String, channel: String, code: String, reason: String) {
        self.name = name
        self.channel = channel
        self.code = code
        self.reason = reason
    }
}
