import Bytes
import Documents
import Files
import Intake
import Ledgers
import Pipeline
import Publications
import Settings
import Signatures

/// A reader of bytes that a sender, a scanner or a tired administrator has written, to be fed with anything at all.
package enum FuzzTarget: String, CaseIterable, Sendable {
    case form, zip, pdf, jpeg, png, tiff, ledger, configuration, template, certificate, message, revocation, pem, answer

    /// Reads the bytes; whatever it throws is an answer, and only a trap, a hang or too much memory is none.
    func read(_ bytes: [UInt8], _ readers: Readers) {
        do {
            switch self {
            case .form: _ = try readers.packages.read(readers.form(bytes), channel: .online)
            case .zip:
                _ = try readers.packages.read(readers.archive(bytes), channel: .online)
            case .pdf, .jpeg, .png, .tiff:
                _ = try readers.papers.read(file: "x", source: MemorySource(bytes))
            case .ledger: _ = try LedgerLine(bytes)
            case .configuration: readers.configuration(bytes)
            case .template: readers.template(bytes)
            case .certificate: _ = try Certificate(bytes, limits: readers.limits)
            case .message: _ = try SignedMessage(bytes, limits: readers.limits)
            case .revocation: _ = try RevocationList(bytes, limits: readers.limits)
            case .pem: _ = try PEM.blocks(in: bytes)
            case .answer:
                if case .package(let package) = try ReadingAnswer(wired: bytes, room: readers.limits.answerBytes) {
                    _ = try package.checked(channel: package.channel, limits: readers.limits)
                }
            }
        } catch {
            // An answer like any other.
        }
    }

    /// Whether a file is one that this reader is for, so that it may serve as a seed.
    func takes(_ name: String, _ bytes: [UInt8]) -> Bool {
        let type = try? ContentType.of(MemorySource(bytes))
        return switch self {
        case .form: type == .xml && name.hasSuffix(".xml")
        case .zip: type == .zip
        case .pdf: type == .pdf
        case .jpeg: type == .jpeg
        case .png: type == .png
        case .tiff: type == .tiff
        case .ledger: name.hasSuffix(".jsonl")
        case .configuration: bytes.starts(with: Array("<?xml".utf8)) && name.contains("config/")
        case .template: name.contains("templates/")
        case .certificate, .message, .revocation: bytes.starts(with: [0x30, 0x82]) || bytes.starts(with: [0x30, 0x81])
        case .pem: name.hasSuffix(".pem") || name.hasSuffix(".crt")
        case .answer: name.hasSuffix(".answer")
        }
    }

    /// What makes each format's reader turn.
    var words: [String] {
        switch self {
        case .form, .configuration:
            [
                "<!DOCTYPE a [", "<!--", "-->", "<![CDATA[", "]]>", "<?p ?>", "</", "/>", "&#x0;", "&amp;",
                "xmlns:a=\"u\"",
                "<content>", "id=\"", "\u{202E}", "2026-02-30T25:61:61+99:99", "99999999999999999999",
            ]
        case .zip:
            ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "PK\u{6}\u{6}", "PK\u{6}\u{7}", "../", "\u{1}\u{0}"]
        case .pdf:
            [
                "/Prev ", "/XRefStm ", "/Length ", "/Filter/FlateDecode", "/ObjStm", "/Kids[", "/Count ", "/Type/Sig",
                "/ByteRange[", "/Contents<", "startxref\n", "%%EOF", "stream\n", "endstream", "obj", "R", "<<", ">>",
                "[",
                "]", "(", ")", "/Encrypt ", "/JS", "/OpenAction", "/Predictor 12", "trailer", "xref\n0 1\n",
            ]
        case .jpeg: ["\u{0}\u{0}"]
        case .png: ["IHDR", "IDAT", "IEND", "tEXt", "zTXt"]
        case .tiff: ["II*\u{0}", "MM\u{0}*"]
        case .ledger: ["{", "}", "[", "]", "\"", ":", ",", "null", "1e999", "\\ud800", "-1", "\"n\":"]
        case .answer: ["\u{0}", "\u{1}", "\u{2}", "\u{7F}\u{7F}", "\u{0}\u{0}\u{0}\u{0}"]
        case .template: ["{{", "}}", "{{#each x}}", "{{/each}}", "{{#if x}}", "{{/if}}"]
        case .certificate, .message, .revocation: ["\u{30}\u{0}", "\u{2}\u{1}\u{0}", "\u{6}\u{3}", "\u{5}\u{0}"]
        case .pem: ["-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----", "====", "\r\n"]
        }
    }

    /// The readers, made once.
    struct Readers {
        let limits: Limits
        let packages: PackageReader
        let papers: PaperReader
        let samples: [String: [UInt8]]

        init() throws {
            limits = Limits()
            packages = PackageReader(
                schema: try XMLSchema(SampleSite.file("config/schemas/package.xsd") ?? [], name: "package.xsd"),
                limits: limits)
            papers = PaperReader(limits: limits)
            samples = Dictionary(SampleSite.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        }

        func form(_ bytes: [UInt8]) -> PackageContents { PackageContents(form: bytes) }

        func archive(_ bytes: [UInt8]) throws -> PackageContents {
            try PackageContents(archive: ZIPArchive(MemorySource(bytes), limits: limits), limits: limits)
        }

        /// In the place of the page that it looks like.
        func configuration(_ bytes: [UInt8]) {
            let text = String(decoding: bytes.prefix(600), as: UTF8.self)
            let page =
                text.contains("<calendar")
                ? "config/calendar.xml"
                : text.contains("<agencies")
                    ? "config/agencies.xml"
                    : text.contains("<procedure") ? "config/procedures/1.004269.xml" : "config/hoso.xml"
            var files = samples.filter { !$0.key.contains("procedures/") }
            files[page] = bytes
            if bytes.first != UInt8(ascii: "<") { files["config/accounts.tsv"] = bytes }
            _ = SiteLoader.load(ConfigurationFiles(files), path: "/srv/hoso")
        }

        func template(_ bytes: [UInt8]) {
            var templates: [String: [UInt8]] = [:]
            for (path, bytes) in samples where path.hasPrefix("config/templates/") {
                templates[String(path.dropFirst("config/templates/".count))] = bytes
            }
            templates["receipt.txt"] = bytes
            templates["supplement.html"] = bytes
            _ = NoticeTemplates.load(templates)
        }
    }
}
