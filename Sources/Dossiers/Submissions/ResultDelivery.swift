import Bytes

/// How the citizen wishes to receive the result (Điều 8.2).
package enum ResultDelivery: String, Sendable, Codable, Wired, CaseIterable {
    case online, counter, post
}
