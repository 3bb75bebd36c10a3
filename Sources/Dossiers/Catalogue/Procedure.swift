/// An administrative procedure as the province published it (thủ tục hành chính).
package struct Procedure: Sendable, Equatable {
    /// The time in which the agency must answer.
    package enum Time: Sendable, Equatable {
        case workingDays(Int)
        /// Where the law counts every day.
        case days(Int)
    }

    package struct Fee: Sendable, Equatable {
        package enum Due: String, Sendable, Codable { case submission, result }

        /// In VND.
        package let amount: Int
        package let due: Due

        package init(amount: Int, due: Due) {
            self.amount = amount
            self.due = due
        }
    }

    package let code: String
    package let name: String
    package let sector: String
    /// The highest level at which it is offered: 2, 3 or 4.
    package let level: Int
    /// The lead agency (cơ quan đầu mối, Điều 8.1b).
    package let agency: AgencyCode
    package let coAgencies: [AgencyCode]
    package let time: Time
    /// A shorter time that the agency promises, in working days (Điều 8.1c).
    package var promisedDays: Int?
    package let fee: Fee?
    package let components: [Component]
    package let result: String
    /// The day from which this version holds; nil for the first.
    package var validFrom: Day?
    /// The last day on which it is offered, after which it holds for what came before alone; nil where it has none.
    package var validUntil: Day?
    /// A ministry's own, not judged by the decree (Điều 2.2).
    package var central = false
    package var guidance = Guidance()
    /// The procedure's own rule for signatures, where it has one.
    package var require: SignaturePolicy?

    package init(
        code: String, name: String, sector: String, level: Int, agency: AgencyCode, coAgencies: [AgencyCode] = [],
        time: Time, fee: Fee? = nil, components: [Component], result: String
    ) {
        self.code = code
        self.name = name
        self.sector = sector
        self.level = level
        self.agency = agency
        self.coAgencies = coAgencies
        self.time = time
        self.fee = fee
        self.components = components
        self.result = result
    }

    package func component(_ id: String) -> Component? { components.first { $0.id == id } }
    func isForm(_ component: String) -> Bool { self.component(component)?.kind == .form }
    package var forms: [Component] { components.filter { $0.kind == .form } }
    package var attachments: [Component] { components.filter { $0.kind == .attachment } }
}
