import Bytes
import Dossiers
import Publications
import Settings

/// What a night makes of its dossiers.
extension Bench {
    /// Dossiers of one procedure, each complete when it came and handed over a minute later.
    ///
    /// - Parameter count: how many there are, of one day.
    static func reports(_ count: Int, _ tell: (BenchFigure) -> Void) throws {
        let files = SampleSite.files.map { ($0.path, $0.bytes) }
        guard let site = SiteLoader.load(ConfigurationFiles(Dictionary(uniqueKeysWithValues: files)), path: ".").site,
            let procedure = site.catalogue.procedures["2.000488"]?.first,
            let at = Moment("2026-11-24T09:00:00+07:00")
        else { preconditionFailure("the sample is a site with procedures") }
        let counting = counting(count, procedure, at)
        let frame = ReportFrame(
            siteName: site.name, siteCode: site.code, from: at.day, to: at.day, asOf: at.advanced(bySeconds: 3_600),
            ledgerNumber: count, ledgerHead: "", calendarVersion: "", rulesVersion: "")
        try tell(
            BenchFigure("report of hand-overs, counted and written") {
                let data = ReportData(
                    frame: frame, counting: counting, catalogue: site.catalogue, calendars: site.calendars)
                var bytes = 0
                try SLATable(data, by: nil).report.writeHTML { bytes += $0.count }
                precondition(bytes > 0, "a report has a page")
            })
    }

    private static func counting(_ count: Int, _ procedure: Procedure, _ at: Moment) -> Counting {
        let submission = Submission(
            id: "bench", procedure: procedure.code, level: procedure.level,
            submitter: Submitter(account: nil, name: "Nguyễn Văn An"), submittedAt: at, resultDelivery: .online,
            forms: [], attachments: [], signatures: [])
        let receipt = Receipt(
            submission: submission, content: SHA256.digest(of: []), procedure: procedure, channel: "online")
        var counting = Counting()
        for number in 1...count {
            var dossier = CountedDossier(
                code: DossierCode(agency: procedure.agency, day: at.day, number: number), receipt: receipt, at: at)
            dossier.countedFrom = at
            dossier.completedAt = at
            dossier.handOverDue = at.advanced(bySeconds: 4 * 3_600)
            dossier.handedOverAt = at.advanced(bySeconds: 60)
            dossier.state = .processing
            counting.add(dossier)
        }
        return counting
    }
}
