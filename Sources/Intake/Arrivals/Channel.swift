package import Dossiers
package import Files

/// An inbox folder, and with it who speaks there.
package enum Channel: Hashable, Sendable, CustomStringConvertible {
    /// The portal, for citizens.
    case online
    /// The post office's scan desk.
    case postal
    /// Portal, bank or post office, of money.
    case payments
    /// An agency's own system.
    case agency(AgencyCode)

    /// From the inbox: `online`, `agencies/000.00.10.H34`.
    package var description: String {
        switch self {
        case .online: "online"
        case .postal: "postal"
        case .payments: "payments"
        case .agency(let code): "agencies/\(code)"
        }
    }

    /// As it stands in a claim's name, where there is no room for a slash.
    package var mark: String {
        switch self {
        case .agency(let code): "agencies.\(code)"
        default: description
        }
    }

    /// Reads `mark`; nil for anything else.
    package init?(mark: some StringProtocol) {
        switch mark {
        case "online": self = .online
        case "postal": self = .postal
        case "payments": self = .payments
        default:
            guard mark.hasPrefix("agencies."), let code = AgencyCode(String(mark.dropFirst("agencies.".count))) else {
                return nil
            }
            self = .agency(code)
        }
    }

    /// From the inbox's folder, one name for each step.
    package var path: [FileName] {
        description.split(separator: "/").compactMap { FileName(String($0)) }
    }

    /// Every folder of an inbox that serves `agencies`.
    package static func all(agencies: some Sequence<AgencyCode>) -> [Channel] {
        [.online, .postal, .payments] + agencies.sorted().map { .agency($0) }
    }

    /// The agency that speaks there; nil for any other folder.
    package var agency: AgencyCode? { if case .agency(let code) = self { code } else { nil } }

    /// Whether what the message says may come by this folder (OP11).
    package func speaks(_ message: Message) -> Bool {
        switch message {
        case .submission: self == .online || self == .postal
        case .followUp(let followUp):
            switch followUp.content {
            case .postalCopy, .scan: self == .postal
            case .payment: self == .payments
            case .supplement, .withdrawal: self == .online
            default: agency != nil
            }
        case .feedback: self == .online || agency != nil
        case .yearlyReport: agency != nil
        }
    }
}
