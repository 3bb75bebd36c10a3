/// An agency's report of the year with its roadmap for the next (Điều 17.3).
package struct YearlyReport: Sendable, Codable, Equatable {
    /// A service that the agency plans to raise.
    package struct Step: Sendable, Codable, Equatable {
        package let procedure: String
        package var level: Int?
        package var target: Int?
        package var by: Day?
        package var text: String

        package init(procedure: String, text: String) {
            self.procedure = procedure
            self.text = text
        }
    }

    /// The id of the message that brought it.
    package let message: String
    package let agency: AgencyCode
    package let year: Int
    package let papers: [ExaminedPaper]
    package let roadmap: [Step]
    /// The roadmap as it reads, the words of its steps included.
    package let roadmapText: String?

    package init(
        message: String, agency: AgencyCode, year: Int, papers: [ExaminedPaper], roadmap: [Step], roadmapText: String?
    ) {
        self.message = message
        self.agency = agency
        self.year = year
        self.papers = papers
        self.roadmap = roadmap
        self.roadmapText = roadmapText
    }
}
