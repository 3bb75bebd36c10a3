/// Where a dossier stands, as `hoso list` prints it.
package enum DossierState: String, Sendable, Codable, CaseIterable {
    case held, awaitingSupplement, awaitingPostalCopy, awaitingPayment, accepted, processing, resolved, returned,
        refused
    case withdrawn

    /// Whether it goes on once its citizen has done something.
    package var waitsForCitizen: Bool {
        switch self {
        case .awaitingSupplement, .awaitingPostalCopy, .awaitingPayment: true
        default: false
        }
    }

    /// The state that national portals know it by (`TrangThaiHoSo`, 1 to 10).
    package var national: Int {
        switch self {
        case .held: 1
        case .accepted: 2
        case .refused: 3
        case .processing: 4
        case .awaitingSupplement, .awaitingPostalCopy: 5
        case .awaitingPayment: 6
        case .withdrawn: 7
        case .resolved: 9
        case .returned: 10
        }
    }
}
