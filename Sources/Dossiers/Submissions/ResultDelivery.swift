/// How the citizen wishes to receive the result (Điều 8.2).
package enum ResultDelivery: String, Sendable, Codable {
    case online, counter, post
}
