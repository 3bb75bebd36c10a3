/// The papers of a result that came back to the one-stop (Điều 15.1b); from a co-agency, those of its part.
package struct ResultReceipt: Sendable, Codable, Equatable {
    package let by: AgencyCode
    package let approvedBy: String
    package let papers: [ExaminedPaper]

    package init(by: AgencyCode, approvedBy: String, papers: [ExaminedPaper]) {
        self.by = by
        self.approvedBy = approvedBy
        self.papers = papers
    }
}
