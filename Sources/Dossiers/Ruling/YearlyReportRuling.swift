/// An agency's report of the year is taken in when it says something that can be read (Điều 17.3).
package enum YearlyReportRuling {
    package static func rule(
        _ message: YearlyReportMessage, attachments: [SubmissionCase.Attachment], unlisted: [Paper] = [],
        by agency: AgencyCode
    ) -> Ruled {
        func rejected(_ reason: RejectionReason, _ detail: String? = nil) -> Ruled {
            Ruled(
                dossier: nil,
                events: [
                    .rejected(
                        Rejection(
                            message: message.id, kind: "yearlyReport", channel: "agencies/\(agency)", reason: reason,
                            detail: detail))
                ])
        }
        guard !attachments.isEmpty || !message.roadmap.isEmpty || message.roadmapText != nil else {
            return rejected(.noFile)
        }
        if let faulty = attachments.faultyPaper { return rejected(.faultyPaper, faulty) }
        if let unlisted = unlisted.first { return rejected(.unlistedFile, unlisted.file) }
        return Ruled(
            dossier: nil,
            events: [
                .yearlyReport(
                    YearlyReport(
                        message: message.id, agency: agency, year: message.year, papers: attachments.papers,
                        roadmap: message.roadmap, roadmapText: message.roadmapText))
            ])
    }
}
