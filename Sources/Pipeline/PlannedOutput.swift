import Delivery
import Dossiers

/// A file that is to leave, known by kind and path before it is made, so that its event has its number.
struct PlannedOutput: Sendable {
    let kind: Output.Kind
    /// From the outbox.
    let path: String
    let consequence: Consequence
}
