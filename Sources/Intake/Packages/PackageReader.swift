package import Bytes
package import Documents
package import Dossiers
package import Files
import Signatures

/// Puts a claim together: its form read, each attachment that the form names found and looked at.
package struct PackageReader: Sendable {
    private let forms: FormReader
    private let papers: PaperReader
    private let limits: Limits
    private let asBefore: Bool

    /// - Parameter asBefore: whether in an archive or a folder only a file's name says which it is, as when it was taken.
    package init(schema: XMLSchema?, limits: Limits, asBefore: Bool = false) {
        self.asBefore = asBefore
        forms = FormReader(schema: schema, limits: limits)
        papers = PaperReader(limits: limits)
        self.limits = limits
    }

    /// Reads the package in a claim's folder.
    ///
    /// Throws a `ParseError` where it cannot be read at all, which is a quarantine, and the folder's own error where the
    /// disk fails.
    ///
    /// - Parameter isOurs: whether it was read before, so that a file's second name is one that we gave it.
    package func read(claim: Folder, channel: Channel, isOurs: Bool = false) throws -> Package {
        try read(PackageContents(claim: claim, limits: limits, isOurs: isOurs, asBefore: asBefore), channel: channel)
    }

    /// Reads the one file of a claim that belongs to no form and names no dossier.
    package func readAlone(claim: Folder, isOurs: Bool = false) throws -> Paper? {
        let contents = try PackageContents(claim: claim, limits: limits, isOurs: isOurs)
        return try contents.files.first.map { try read($0, as: nil) }
    }

    /// Reads contents that were found.
    package func read(_ contents: PackageContents, channel: Channel) throws -> Package {
        try contents.checkSize(limits: limits)
        guard let form = contents.form else { return try loneScan(contents, channel: channel) }
        // Within an archive or a folder a name is one file's, and what has another is read for its digest only where a form misses
        // one, or a file is not what the form says of it: then files may have each other's names.
        let package = try read(form, contents, by: asBefore ? [.name] : [.name, .digest], channel: channel)
        guard contents.layout != .loose, !asBefore, package.holdsOthersThanDeclared else { return package }
        return try read(form, contents, by: AttachmentMatching.Step.allCases, channel: channel)
    }

    private func read(
        _ formItem: PackageContents.Item, _ contents: PackageContents, by steps: [AttachmentMatching.Step],
        channel: Channel
    ) throws -> Package {
        let (verified, formDigest, match) = try form(formItem, contents, by: steps)
        let form = verified.form
        let small = try SmallFiles(match.found.compactMap(\.self) + match.rest)

        var came: [Paper?] = []
        for (index, attachment) in form.message.attachments.enumerated() {
            let paper: Paper? =
                if let carried = try form.carriedFile(at: index) {
                    try papers.read(file: attachment.file, source: carried)
                } else {
                    try match.found[index].map { try read($0, as: attachment.file, among: small) }
                }
            came.append(paper)
        }
        let unlisted = try contents.layout == .loose ? [] : match.rest.map { try read($0, as: nil, among: small) }
        return Package(
            channel: channel, message: form.message, papers: came, unlisted: unlisted,
            signatures: try verified.signatures.map {
                try bound($0, to: came.compactMap(\.self)) { try file($0, form, match) }
            }, content: content(form: formDigest, came))
    }

    /// A signature that covers files by their names, without those names under which another file came (XS28).
    private func bound(
        _ signature: SignatureReport, to papers: [Paper], find: (String) throws -> SignedFiles.File?
    ) throws -> SignatureReport {
        var signature = signature
        signature.coverage.files = try signature.coverage.files.filter { name in
            let named = papers.filter { $0.file == name }
            guard !named.isEmpty, let file = try find(name) else { return true }
            let digest = try file.sha256 ?? SHA256.digest(of: file.source)
            return named.allSatisfy { $0.sha256 == digest }
        }
        return signature
    }

    /// The form, with its digest and its files; its bytes, which may be many, are gone by then.
    private func form(
        _ item: PackageContents.Item, _ contents: PackageContents, by steps: [AttachmentMatching.Step]
    ) throws -> (FormReader.Verified, Digest, PackageMatch) {
        let bytes = try item.contents(limit: limits.formBytes)
        let file: ReadableFile? =
            if case .file(let folder, let name) = item.place { try folder.open(name, alone: !item.isOurs) } else { nil }
        let form = try forms.read(bytes, in: file)
        if !item.isOurs {
            let carried = form.message.attachments.indices.count(where: form.carries)
            try contents.checkCount(carried: carried, limits: limits)
        }
        let match = try PackageMatch(
            form.message.attachments, in: contents, limits: limits, steps: steps, isCarried: form.carries)
        let verified = try verified(form, bytes: bytes, name: item.name, contents, match)
        return (verified, SHA256.digest(of: bytes), match)
    }

    /// Looks at the form's signatures, which may name the files beside it and those inside it.
    private func verified(
        _ form: Form, bytes: [UInt8], name: String, _ contents: PackageContents, _ match: PackageMatch
    ) throws -> FormReader.Verified {
        let apart = try contents.signature.map {
            DetachedSignature(bytes: try $0.contents(limit: limits.formBytes), formName: name)
        }
        let files = SignedFiles { wanted in
            if wanted == name { return SignedFiles.File(source: MemorySource(bytes)) }
            return try file(wanted, form, match)
        }
        return try forms.verified(form, apart: apart, files: files, limits: limits)
    }

    /// What a signature's reference by a plain name means: a file within the form, else the attachment of that name, which may
    /// lie there under another, else a file beside it.
    private func file(_ name: String, _ form: Form, _ match: PackageMatch) throws -> SignedFiles.File? {
        if let inside = try form.carriedFile(named: name) { return SignedFiles.File(source: inside) }
        let attachment = form.message.attachments.firstIndex { $0.file == name }
        guard let item = attachment.flatMap({ match.found[$0] }) ?? match.rest.first(where: { $0.name == name }) else {
            return nil
        }
        let (source, digest) = try item.source(limits: limits)
        return SignedFiles.File(source: source, sha256: digest)
    }

    private func read(
        _ item: PackageContents.Item, as name: String?, among small: SmallFiles? = nil
    ) throws -> Paper {
        let (source, digest) = try small?.source(of: item) ?? item.source(limits: limits)
        return try papers.read(file: name ?? item.name, source: source, digest: digest)
    }

    private func loneScan(_ contents: PackageContents, channel: Channel) throws -> Package {
        guard let item = contents.files.first, contents.files.count == 1 else {
            throw ParseError(.layout, "a form or one scan expected, \(contents.files.count) files found")
        }
        guard let name = ScanName(item.name) else {
            throw ParseError(.layout, "the file belongs to no form, and its name begins with no dossier code")
        }
        let paper = try read(item, as: nil)
        // An id has few letters, and few of them.
        let isWord = name.component.utf8.count <= 32 && name.component.utf8.allSatisfy(Package.isOfAnID)
        let word = isWord ? name.component : String("\(SHA256.digest(of: Array(name.component.utf8)))".prefix(32))
        return Package(
            channel: channel,
            message: .followUp(
                FollowUp(
                    // The same paper may belong to several dossiers.
                    id: "scan-\(name.dossier)_\(word)-\(paper.sha256)", dossier: name.dossier, at: nil,
                    content: .scan(component: name.component, file: item.name))),
            papers: [paper], unlisted: [], signatures: [], content: paper.sha256)
    }

    private func content(form: Digest, _ papers: [Paper?]) -> Digest {
        var hash = SHA256()
        hash.update(form.bytes)
        for paper in papers { hash.update(paper?.sha256.bytes ?? [0]) }
        return hash.finalize()
    }
}
