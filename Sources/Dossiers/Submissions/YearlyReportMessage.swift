/// An agency's report of the year, as it arrives (Điều 17.3).
package struct YearlyReportMessage: Sendable, Equatable {
    /// Names the message for good.
    package let id: String
    /// The sender's own time, recorded but never counted by.
    package let at: Moment?
    package let year: Int
    package let attachments: [DeclaredAttachment]
    package var roadmap: [YearlyReport.Step] = []
    /// The roadmap as it reads, the words of its steps included.
    package var roadmapText: String?

    package init(id: String, at: Moment?, year: Int, attachments: [DeclaredAttachment]) {
        self.id = id
        self.at = at
        self.year = year
        self.attachments = attachments
    }
}
