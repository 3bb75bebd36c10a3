/// What a person of the office can do to a dossier by command.
package enum OfficeAct: Sendable, Equatable {
    case hold, release
    /// Another agency leads from now on.
    case reroute(to: AgencyCode)
    /// Its agencies get it once more, whole.
    case resend
    /// Kept with its evidence, out of the count (Điều 4.5).
    case markViolation, clearViolation
    /// Money back beyond what the decree orders by itself; `basis` names the law that says so (Điều 8.2c).
    case refund(amount: Int, basis: String)
}
