package import Bytes
import Documents
package import Dossiers
import Files
import Intake
import Settings
package import Signatures

/// `hoso check`: what intake would say of a file, without taking it in.
package struct Checker {
    /// What is said of one file.
    package struct Report: Sendable {
        package let file: String
        /// `package`, `xml`, `pdf`, `zip`, `jpeg`, `png`, `tiff` or `unknown`.
        package let kind: String
        package var isAccepted = true
        /// The stable code of what is first found fatal.
        package var reason: String?
        /// In English: what could not be read, or is not there.
        package var detail: String?
        package var signatures: [SignatureReport] = []
        /// Whether a signature could stand in it at all.
        package var canBeSigned = true
        /// Of a lone file.
        package var digest: Digest?
        package var findings: [CheckedFinding] = []

        /// Whether nothing at all is to be said of it.
        package var isClean: Bool { isAccepted && findings.allSatisfy(\.isRemark) }
    }

    let site: Site?
    let clock: LawClock
    /// When everything is judged.
    package var now: Moment { clock.now }
    /// Files among those trusted that could not be used.
    package let trustProblems: [TrustStore.Problem]
    let limits: Limits
    private let reader: ClaimReader
    let validation: Validation

    /// Without a site a package is judged by its form and its files alone, by the limits built in.
    ///
    /// - Parameters:
    ///   - trust: the folder of anchors and revocation lists; the site's where nil.
    ///   - say: told the mistakes of a configuration in whose place the one that was last in force is taken.
    package init(
        site path: String?, trust: String? = nil, now: Moment?, say: (LogEvent) -> Void = { _ in }
    ) throws {
        let house = try path.map { try SiteFolders(opening: $0) }
        site = try house?.readable(say: say).site
        clock = LawClock(fixed: now, offset: site?.offset ?? 7 * 3600)
        limits = site?.limits ?? Limits()
        let schema: XMLSchema
        if let site {
            schema = site.packageSchema
        } else {
            schema = try XMLSchema(SampleSite.file("config/schemas/package.xsd") ?? [], name: "package.xsd")
        }
        let store: TrustStore
        if let trust {
            store = try TrustStore.read(Folder(path: trust), limits: limits)
        } else {
            store = try house?.trust(limits: limits) ?? .empty
        }
        trustProblems = store.problems
        validation = Validation(trust: store, limits: limits)
        reader = ClaimReader(schema: schema, limits: limits)
    }

    /// Nil where nothing lies under that path.
    package func check(_ path: String) throws -> Report? {
        let (folderPath, base) = Self.split(path)
        guard let name = FileName(base) else { return try nameless(path, base) }
        let folder: Folder
        do {
            folder = try Folder(path: folderPath)
        } catch {
            guard error.isNotFound || error.isNotFolder else { throw error }
            return nil
        }
        guard let status = try folder.status(of: name) else { return nil }
        switch ArrivalKind(name: name, status: status) {
        case .irregular:
            return rejected(path, kind: "unknown", "path", "it is a link, a device or a pipe: such are never opened")
        case .folder: return try package(path, folder: folder.folder(name), kind: "package")
        case .archive, .form, .scan, .unfinished:
            let source = try folder.open(name)
            switch try? ContentType.of(source) {
            case .xml: return try form(path, folder, name)
            case .zip: return try archive(path, source)
            // What is two things at once is judged as a scan, which says so.
            default: return try scan(path, source, isNamedAsPackage: ["xml", "zip"].contains(name.suffix))
            }
        }
    }

    /// The folder itself where a path ends in no name of its own: `.`, `..` and `/`.
    private func nameless(_ path: String, _ base: String) throws -> Report? {
        guard ["", ".", ".."].contains(base) else { return nil }
        do {
            return try package(path, folder: Folder(path: path), kind: "package")
        } catch let error as FileError where error.isNotFound || error.isNotFolder {
            return nil
        }
    }

    private func scan(_ path: String, _ source: ReadableFile, isNamedAsPackage: Bool) throws -> Report {
        let name = Self.split(path).name
        guard source.count <= limits.packageBytes else {
            var report = rejected(
                path, kind: "unknown", "limits", "\(source.count) bytes; at most \(limits.packageBytes) are accepted")
            if !isNamedAsPackage {
                report.findings = [CheckedFinding(Finding(.overLimit, file: name, found: "limits"))]
            }
            return report
        }
        let paper = try PaperReader(limits: limits).read(file: path, source: source)
        var report = Report(file: path, kind: paper.type == .unknown ? "unknown" : paper.type.rawValue)
        report.digest = paper.sha256
        report.canBeSigned = try paper.type == .pdf || paper.type == .unknown && isDamagedPDF(path, source)
        report.signatures = paper.signatures.map { $0.judged(by: validation, now: clock.now.seconds) }
        if isNamedAsPackage {
            report.isAccepted = false
            let reason = paper.size == 0 ? "empty" : "type"
            report.reason = reason
            report.findings = [CheckedFinding(unreadable: reason)]
        } else if paper.size == 0 || paper.fault != nil {
            report.isAccepted = false
            report.reason = paper.size == 0 ? FindingCode.emptyFile.rawValue : paper.fault?.code.rawValue
            report.detail = paper.fault?.message
            report.findings = paper.finding(named: name).map { [CheckedFinding($0)] } ?? []
        }
        return report
    }

    /// Whether a file that is of no known type calls itself a PDF, and is not plainly something else.
    private func isDamagedPDF(_ path: String, _ source: ReadableFile) throws -> Bool {
        guard path.lowercased().hasSuffix(".pdf") else { return false }
        let head = try source.read(at: 0, count: min(64, source.count))
        return head.first { $0 > 0x20 } != UInt8(ascii: "<")
    }

    private func archive(_ path: String, _ source: ReadableFile) throws -> Report {
        do {
            let archive = try ZIPArchive(source, limits: limits)
            var report = judge(
                path, kind: "zip",
                try reader.read(contents: PackageContents(archive: archive, limits: limits)))
            // An archive is not signed itself: where nothing in it is, nothing is said of signatures.
            report.canBeSigned = !report.signatures.isEmpty
            return report
        } catch let error as ParseError {
            return rejected(path, kind: "zip", error.code.rawValue, error.description)
        }
    }

    private func form(_ path: String, _ folder: Folder, _ name: FileName) throws -> Report {
        do {
            let contents = try PackageContents(form: name, beside: folder, limits: limits)
            return judge(path, kind: "xml", try reader.read(contents: contents))
        } catch let error as ParseError {
            var report = rejected(path, kind: "xml", error.code.rawValue, error.description)
            report.signatures = try signatures(in: folder, name)
            return report
        }
    }

    private func package(_ path: String, folder: Folder, kind: String) throws -> Report {
        do {
            return judge(
                path, kind: kind,
                try reader.read(contents: PackageContents(members: folder, limits: limits)))
        } catch let error as ParseError {
            return rejected(path, kind: kind, error.code.rawValue, error.description)
        }
    }

    private func rejected(_ path: String, kind: String, _ reason: String, _ detail: String) -> Report {
        var report = Report(file: path, kind: kind)
        report.isAccepted = false
        report.reason = reason
        report.detail = detail
        report.findings = [CheckedFinding(unreadable: reason)]
        report.canBeSigned = kind != "unknown" && kind != "zip"
        return report
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        var trimmed = Substring(path)
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return (".", String(trimmed)) }
        let folder = trimmed[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(trimmed[trimmed.index(after: slash)...]))
    }
}
