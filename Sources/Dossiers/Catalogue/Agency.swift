/// An agency that answers dossiers (cơ quan thực hiện thủ tục hành chính, Điều 2.1).
package struct Agency: Sendable, Equatable {
    /// The four kinds of Điều 2.1.
    package enum Kind: String, Sendable, CaseIterable { case department, district, commune, unit }

    /// In what form a dossier leaves for it.
    package enum Delivery: String, Sendable, CaseIterable { case zip, folder }

    package let code: AgencyCode
    package let name: String
    package let email: String
    /// To be called by citizens.
    package var phone: String?
    /// Where citizens go, and write to by post (Điều 7.2a).
    package var address: String?
    package var kind: Kind?
    package var delivery = Delivery.zip
    package var parent: AgencyCode?
    /// The published bank account that fees go to (Điều 7.2b).
    package var account: String?
    package var since: Day?
    package var until: Day?
    package var formerly: String?
    /// Who receives dossiers when (Điều 13.6); empty where the agency keeps its roster elsewhere.
    package var duties: [Duty] = []

    package init(code: AgencyCode, name: String, email: String) {
        self.code = code
        self.name = name
        self.email = email
    }

    package func serves(on day: Day) -> Bool {
        (since.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    /// Whether a roster is kept here and names nobody for a day on which the agency exists.
    package func isUnattended(on day: Day) -> Bool {
        guard !duties.isEmpty, serves(on: day) else { return false }
        return !duties.contains { $0.from <= day && day <= $0.until }
    }
}
