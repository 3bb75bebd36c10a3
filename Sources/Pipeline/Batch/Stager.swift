import Bytes
import Delivery
import Documents
import Dossiers
import Files
import Intake
import Ledgers
import Publications
import Settings

/// Makes the files that a verdict asks for, under hidden names, and their events.
///
/// Works from values and the archive alone, so that it can be run again and gives the same bytes.
struct Stager: Sendable {
    struct Staged: Sendable {
        let outputs: [Output]
        let entries: [Entry]
        /// To be made once it is known that nobody has written to the claim.
        let links: [StagedLink]
    }

    /// What came of staging: one whose own files are not what was examined is told by its claim.
    enum Attempt: Sendable {
        case staged(Staged)
        case changed(String)

        var staged: Staged? { if case .staged(let staged) = self { staged } else { nil } }
        var changed: String? { if case .changed(let claim) = self { claim } else { nil } }
    }

    let site: Site
    let outbox: Outbox
    let archive: Archive
    let letters: Letters
    /// Whether archives are read as they were when what systems lay in them was delivered.
    var asBefore = false

    /// Stages, unless the claim's own files are not what was examined: then somebody writes to them.
    func attempt(_ verdict: Verdict) throws -> Attempt {
        do {
            return .staged(try stage(verdict))
        } catch is ParseError {
            return .changed(verdict.claimID)
        }
    }

    /// Throws what the disk refused, `ArchiveGap`, and a `ParseError` where the claim's files are not what was examined.
    func stage(_ verdict: Verdict) throws -> Staged {
        guard !verdict.outputs.isEmpty else { return Staged(outputs: [], entries: [], links: []) }
        let last = verdict.entries[verdict.entries.count - 1]
        var outputs: [Output] = []
        var links: [StagedLink] = []
        for (position, planned) in verdict.outputs.enumerated() {
            let (output, asked) = try stage(planned, verdict, as: verdict.claimID, position: position)
            outputs.append(output)
            links += asked
        }
        let entries = outputs.enumerated().map { position, output in
            Entry(
                number: verdict.firstOutputNumber + position, at: last.at, claim: verdict.claimID,
                dossier: last.dossier, event: .published(output))
        }
        return Staged(outputs: outputs, entries: entries, links: links)
    }

    /// Stages one output under the name of a claim.
    func stage(
        _ planned: PlannedOutput, _ verdict: Verdict, as claim: String, position: Int
    ) throws -> (Output, [StagedLink]) {
        if case .hidden(let output) = planned.content {
            try outbox.makePlace(ofHidden: output, claim: claim, position: position)
            return (output, [])
        }
        if Output.isFolder(planned.kind, planned.path), let bundle = try bundle(planned, verdict) {
            return try outbox.stageFolder(
                planned.kind, path: planned.path, claim: claim, position: position, layOut: bundle.layOut)
        }
        var output = try outbox.stage(planned.kind, path: planned.path, claim: claim, position: position) { file in
            try write(planned, verdict, to: &file)
        }
        if case .notice(let kind, _) = planned.content { output.account = account(givenBy: kind, verdict.dossier) }
        return (output, [])
    }

    /// The account that a letter to a citizen gives, or may give, for a fee that is still to be paid (Điều 7.2b).
    private func account(givenBy kind: NoticeKind, _ dossier: Dossier?) -> String? {
        guard kind.audience == .citizen, let dossier, dossier.receipt.level == 4, !dossier.isPaid,
            let fee = site.catalogue.procedure(of: dossier)?.fee, fee.amount > 0
        else { return nil }
        return site.catalogue.agencies[dossier.agency]?.account
    }

    /// The dossier that a planned output is made of; nil where it is anything else.
    private func bundle(_ planned: PlannedOutput, _ verdict: Verdict) throws -> DossierBundle? {
        guard let dossier = verdict.dossier else { return nil }
        let isFolder = Output.isFolder(planned.kind, planned.path)
        switch planned.content {
        case .dossier(let number):
            // An order brings nothing, and has no claim in the archive.
            let claims = number == 1 ? dossier.claims : dossier.claims.filter { $0 == verdict.claimID }
            return try bundle(dossier, claims: claims, number: number, verdict, isFolder: isFolder)
        case .whole(let number):
            return try bundle(dossier, claims: dossier.claims, number: number, verdict, isFolder: isFolder)
        case .handedOn(let number):
            return try bundle(dossier, claims: [], number: number, verdict, isFolder: isFolder, isHandedOn: true)
        default: return nil
        }
    }

    private func write(_ planned: PlannedOutput, _ verdict: Verdict, to file: inout OutboxFile) throws {
        switch planned.content {
        case .dossier, .whole, .handedOn: try bundle(planned, verdict)?.write(to: &file)
        case .notice(let kind, let cause):
            try file.write(letters.bytes(kind, cause: cause, verdict))
        case .result(let paper):
            try copy(paper, of: verdict.dossier, to: &file)
        case .refund(let cause):
            try file.write(refund(cause, verdict))
        case .status:
            try file.write(status(verdict))
        case .bytes(let bytes):
            try file.write(bytes)
        case .hidden: preconditionFailure("what is hidden is not written again")
        }
    }

    /// A paper of the result, byte for byte as the agency sent it.
    private func copy(_ paper: ExaminedPaper, of dossier: Dossier?, to file: inout OutboxFile) throws {
        guard let dossier, let claim = dossier.resultClaim else {
            preconditionFailure("a result is laid out for a dossier that has one")
        }
        guard let folder = try archive.open(claim, of: dossier.code) else {
            throw ArchiveGap(claim: claim, dossier: dossier.code)
        }
        let files = try PackageFiles(claim: folder, limits: site.limits, asBefore: asBefore).files
        guard let found = try files.first(where: { try !$0.isForm && $0.digest() == paper.paper.sha256 }) else {
            throw ArchiveGap(claim: claim, dossier: dossier.code)
        }
        try found.copy(to: &file)
    }

    private func refund(_ cause: Int, _ verdict: Verdict) -> [UInt8] {
        guard let dossier = verdict.dossier, let entry = verdict.entries.first(where: { $0.number == cause }),
            case .refundOrdered(let order) = entry.event
        else { preconditionFailure("a refund is ordered by an event of its own claim") }
        return RefundFile.xml(
            order, dossier: dossier, agency: site.catalogue.agencies[dossier.agency(givingBack: order)], number: cause,
            at: entry.at)
    }

    private func status(_ verdict: Verdict) -> [UInt8] {
        let now = verdict.entries[0].at
        if let dossier = verdict.dossier {
            return StatusFile.xml(
                for: dossier, procedure: site.catalogue.procedure(of: dossier),
                agency: site.catalogue.agencies[dossier.agency])
        }
        for case .refused(let refusal) in verdict.entries.map(\.event) {
            let procedure = site.catalogue.procedure(refusal.procedure, on: now.day)
            return StatusFile.xml(
                for: refusal, procedure: procedure, agency: procedure.flatMap { site.catalogue.agencies[$0.agency] },
                now: now)
        }
        preconditionFailure("a state is told of a dossier or of a refused submission")
    }

    private func bundle(
        _ dossier: Dossier, claims: [String], number: Int, _ verdict: Verdict, isFolder: Bool, isHandedOn: Bool = false
    ) throws -> DossierBundle {
        var files: [DeliveredFile] = []
        var listed: [ManifestFile] = []
        var forms: [String: String] = [:]
        for claim in claims {
            guard let folder = try archive.open(claim, of: dossier.code) else {
                throw ArchiveGap(claim: claim, dossier: dossier.code)
            }
            // What the submission brought stands at the top; what came later in folders by number.
            let position = dossier.claims.firstIndex(of: claim) ?? 0
            let prefix = position == 0 ? "" : "\(position + 1)/"
            var names = BundleNames(inFolder: isFolder)
            for file in try PackageFiles(claim: folder, limits: site.limits, asBefore: asBefore).files {
                let name = prefix + names.name(of: file.name)
                let entry = try manifestFile(
                    name, file, dossier, claim: claim, isFresh: dossier.claims == [verdict.claimID])
                listed.append(entry)
                if file.isForm { forms[claim] = name }
                files.append(DeliveredFile(name: name, place: DeliveredFile.Place(file), sha256: entry.sha256))
            }
        }
        for index in listed.indices {
            guard case .byMessage(let claim, _) = listed[index].vouched else { continue }
            listed[index].signedBy = forms[claim]
        }
        let agencies = site.catalogue.agencies
        return DossierBundle(
            manifest: Manifest.xml(
                for: dossier, procedure: site.catalogue.procedure(of: dossier),
                agency: agencies[dossier.agency],
                coAgencies: dossier.receipt.coAgencies.compactMap { agencies[$0] },
                handedOn: isHandedOn ? verdict.entries[0].at : nil, files: listed, number: number),
            files: files, time: verdict.entries[0].at)
    }

    /// A file as the examination knows it: by its digest, since a loose scan may have come under another name.
    ///
    /// - Parameter isFresh: whether all papers of the dossier came just now. Then a file is known by its name, and its digest
    ///   is not asked for before it leaves: whatever leaves is digested on its way out, and has to be what is listed.
    private func manifestFile(
        _ name: String, _ file: PackageFiles.File, _ dossier: Dossier, claim: String, isFresh: Bool
    ) throws -> ManifestFile {
        if isFresh, !file.isForm {
            let named = dossier.papers.filter { $0.paper.file == file.name }
            if named.count == 1, named[0].paper.size == file.size { return ManifestFile(name: name, paper: named[0]) }
        }
        let digest = try file.digest()
        let papers = dossier.allPapers
        let known =
            papers.first { $0.paper.sha256 == digest && $0.paper.file == file.name }
            ?? papers.first { $0.paper.sha256 == digest }
        if let known, !file.isForm { return ManifestFile(name: name, paper: known) }
        return ManifestFile(
            name: name, original: file.name, component: nil,
            mime: file.isForm ? MediaType.xml.mime : MediaType.unknown.mime, size: file.size, sha256: digest,
            vouched: file.isForm ? dossier.vouching(ofFormIn: claim) : .byNothing,
            signatures: file.isForm ? dossier.signatures(ofFormIn: claim) : [])
    }
}
