import Bytes
import Delivery
import Documents
import Dossiers
import Files
import Publications
import Settings

/// A dossier that nobody submitted, to try an agency's reader with: its code's day is one on which no dossier was ever received.
struct ProbeDossier {
    let code: DossierCode
    private let dossier: Dossier
    private let procedure: Procedure
    private let agency: Agency?
    private let now: Moment

    /// Nil where the agency answers no procedure of the site.
    init?(for agency: AgencyCode, site: Site, number: Int, now: Moment) {
        guard let day = Day(year: 2000, month: 1, day: 1),
            let procedure = site.catalogue.procedures.values.compactMap(\.last).filter({ $0.agency == agency })
                .min(by: { $0.code < $1.code })
        else { return nil }
        code = DossierCode(agency: agency, day: day, number: number)
        self.procedure = procedure
        self.agency = site.catalogue.agencies[agency]
        self.now = now
        var submitter = Submitter(account: nil, name: "hoso outbox check")
        submitter.address = "-"
        let submission = Submission(
            id: "probe-\(number)", procedure: procedure.code, level: 2, submitter: submitter, submittedAt: now,
            resultDelivery: .counter, forms: procedure.forms.map(\.id), attachments: [], signatures: [])
        let content = SHA256.digest(of: Array(code.description.utf8))
        var dossier = Dossier(
            code: code,
            receipt: Receipt(submission: submission, content: content, procedure: procedure, channel: "online"),
            at: now, claim: "probe")
        if let deadlines = Deadlines(
            procedure: procedure, calendar: site.calendars.version(on: now.day).general, from: now)
        {
            dossier.apply(Entry(number: 1, at: now, claim: "probe", dossier: code, event: .completed(deadlines)))
        }
        self.dossier = dossier
    }

    /// The same as a real dossier's, with a form that says what it is.
    var bundle: DossierBundle {
        let form = DemoForm(
            id: dossier.receipt.submission, procedure: procedure.code, level: 2, forms: ["TK"], papers: []
        )
        .submission
        let listed = ManifestFile(
            name: "hoso.xml", original: "hoso.xml", component: nil, mime: MediaType.xml.mime, size: form.count,
            sha256: SHA256.digest(of: form), vouched: .byNothing, signatures: [])
        return DossierBundle(
            manifest: Manifest.xml(for: dossier, procedure: procedure, agency: agency, files: [listed]),
            files: [DeliveredFile(name: "hoso.xml", place: .text(form))], time: now)
    }
}
