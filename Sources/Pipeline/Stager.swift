import Bytes
import Delivery
import Documents
import Dossiers
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
    }

    let site: Site
    let outbox: Outbox
    let archive: Archive
    let letters: Letters

    /// Throws what the disk refused, or where a claim that was read before cannot be read now.
    func stage(_ verdict: Verdict) throws -> Staged {
        guard !verdict.outputs.isEmpty else { return Staged(outputs: [], entries: []) }
        let last = verdict.entries[verdict.entries.count - 1]
        var outputs: [Output] = []
        for (position, planned) in verdict.outputs.enumerated() {
            outputs.append(
                try outbox.stage(planned.kind, path: planned.path, claim: verdict.claimID, position: position) { file in
                    try write(planned, verdict, to: &file)
                })
        }
        let entries = outputs.enumerated().map { position, output in
            Entry(
                number: verdict.firstOutputNumber + position, at: last.at, claim: verdict.claimID,
                dossier: last.dossier, event: .published(output))
        }
        return Staged(outputs: outputs, entries: entries)
    }

    func write(_ planned: PlannedOutput, _ verdict: Verdict, to file: inout OutboxFile) throws {
        switch planned.content {
        case .dossier(let number):
            guard let dossier = verdict.dossier else { return }
            let claims = number == 1 ? dossier.claims : [verdict.claimID]
            try zip(dossier, claims: claims, number: number, at: verdict.entries[0].at).write(to: &file)
        case .whole(let number):
            guard let dossier = verdict.dossier else { return }
            try zip(dossier, claims: dossier.claims, number: number, at: verdict.entries[0].at).write(to: &file)
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
        let files = try PackageFiles(claim: folder, limits: site.limits).files
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
            order, dossier: dossier, agency: site.catalogue.agencies[dossier.agency], number: cause, at: entry.at)
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

    private func zip(_ dossier: Dossier, claims: [String], number: Int, at: Moment) throws -> DossierZIP {
        var files: [DeliveredFile] = []
        var listed: [ManifestFile] = []
        for claim in claims {
            guard let folder = try archive.open(claim, of: dossier.code) else {
                throw ArchiveGap(claim: claim, dossier: dossier.code)
            }
            // What the submission brought stands at the top; what came later in folders by number.
            let position = dossier.claims.firstIndex(of: claim) ?? 0
            let prefix = position == 0 ? "" : "\(position + 1)/"
            for file in try PackageFiles(claim: folder, limits: site.limits).files {
                let name = prefix + (file.name == DossierZIP.manifestName ? "_" + file.name : file.name)
                files.append(DeliveredFile(name: name, place: DeliveredFile.Place(file)))
                listed.append(try manifestFile(name, file, dossier))
            }
        }
        let agencies = site.catalogue.agencies
        return DossierZIP(
            manifest: Manifest.xml(
                for: dossier, procedure: site.catalogue.procedure(of: dossier),
                agency: agencies[dossier.agency],
                coAgencies: dossier.receipt.coAgencies.compactMap { agencies[$0] },
                files: listed, number: number),
            files: files, time: at)
    }

    /// A file as the examination knows it: by its digest, since a loose scan may have come under another name.
    private func manifestFile(_ name: String, _ file: PackageFiles.File, _ dossier: Dossier) throws -> ManifestFile {
        let digest = try file.digest()
        let papers = dossier.papers + dossier.postalCopies.flatMap(\.papers)
        let known =
            papers.first { $0.paper.sha256 == digest && $0.paper.file == file.name }
            ?? papers.first { $0.paper.sha256 == digest }
        if let known, !file.isForm { return ManifestFile(name: name, paper: known) }
        return ManifestFile(
            name: name, original: file.name, component: nil,
            mime: file.isForm ? MediaType.xml.mime : MediaType.unknown.mime, size: file.size, sha256: digest,
            vouched: file.isForm ? dossier.formVouching : .byNothing,
            signatures: file.isForm ? dossier.signatures : [])
    }
}

extension DeliveredFile.Place {
    init(_ file: PackageFiles.File) {
        self =
            switch file.place {
            case .source(let source): .source(source)
            case .packed(let archive, let entry): .packed(archive, entry)
            }
    }
}

extension PackageFiles.File {
    var size: Int {
        switch place {
        case .source(let source): source.count
        case .packed(_, let entry): entry.size
        }
    }

    func copy(to sink: inout OutboxFile) throws {
        switch place {
        case .source(let source):
            var offset = 0
            while offset < source.count {
                let count = min(1 << 18, source.count - offset)
                try sink.write(source.read(at: offset, count: count))
                offset += count
            }
        case .packed(let archive, let entry): try archive.read(entry) { try sink.write($0) }
        }
    }

    func digest() throws -> Digest {
        switch place {
        case .source(let source): return try SHA256.digest(of: source)
        case .packed(let archive, let entry):
            var hash = SHA256()
            try archive.read(entry) { hash.update($0) }
            return hash.finalize()
        }
    }
}
