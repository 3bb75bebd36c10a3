package import Dossiers

/// Where a dossier stands, as the public may know it.
package struct TrackedStanding: Sendable, Hashable, CaseIterable {
    package let state: DossierState
    /// Whether its agencies had it: what is asked for or stopped then was taken in before.
    package let isHandedOver: Bool

    package init(_ state: DossierState, isHandedOver: Bool) {
        self.state = state
        self.isHandedOver = isHandedOver
    }

    package static var allCases: [TrackedStanding] {
        DossierState.allCases.flatMap { state in [false, true].map { TrackedStanding(state, isHandedOver: $0) } }
    }
}
