/// What a full catalogue says of a procedure beside its papers, for whoever reads it (Điều 5.2, 13.3, 17.3).
package struct Guidance: Sendable, Equatable {
    /// A step of the way that a dossier takes (quy trình giải quyết).
    package struct Step: Sendable, Equatable {
        package let text: String
        /// Working hours; nil where none are set.
        package let hours: Double?

        package init(text: String, hours: Double?) {
            self.text = text
            self.hours = hours
        }
    }

    /// Who has to see to what (trách nhiệm các bên).
    package struct Responsibility: Sendable, Equatable {
        /// As the configuration names it, such as `citizen`.
        package let party: String
        package let text: String

        package init(party: String, text: String) {
            self.party = party
            self.text = text
        }
    }

    /// Căn cứ pháp lý; nil where none is given.
    package var legalBasis: String?
    package var steps: [Step] = []
    package var responsibilities: [Responsibility] = []
    /// What is planned for next year.
    package var roadmap: String?
    /// The level planned for next year.
    package var roadmapLevel: Int?

    package init() {}
}
