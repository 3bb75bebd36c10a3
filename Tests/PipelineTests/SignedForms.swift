import Dossiers
import Files
import Foundation
import Pipeline
import Signatures
import Testing

/// Signed packages of level 4 made by the tool that lies beside the project, on a site of their own.
final class SignedForms {
    static let tool = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/tools/make-dossiers").standardized
    static let areThere =
        FileManager.default.isExecutableFile(atPath: tool.path) && OpenSSL.installed != nil
        && FileManager.default.isExecutableFile(atPath: interpreter)
    private static let interpreter = "/usr/bin/python3"
    /// As many as asked for by `HOSO_SIGNED_FORMS`; few enough otherwise for a loaded machine.
    static let count = ProcessInfo.processInfo.environment["HOSO_SIGNED_FORMS"].flatMap { Int($0) } ?? 60

    struct Fate {
        let state: String
        let reasons: [String]
    }

    struct Truth {
        let outcome: String
        let reason: String
    }

    let path: String
    private var site: String { path + "/site" }

    init(count: Int, require: String, defects: [String] = []) throws {
        path = NSTemporaryDirectory() + "hoso-signed-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let said = try Self.python(
            [
                Self.tool.path, "--count", String(count), "--seed", "7", "--out", path + "/site/Inbox/online", "--site",
                path + "/site",
                "--truth", path + "/facts/truth.tsv", "--form", "folder", "--level-mix", "4:1", "--signed", "--pki",
                path + "/pki",
                "--attachment-kb", "3", "--require", require, "--defects", defects.isEmpty ? "0" : "0.5",
            ] + (defects.isEmpty ? [] : ["--kinds", defects.joined(separator: ",")]))
        try #require(said)
        let settings = URL(filePath: site + "/config/hoso.xml")
        let text = try String(contentsOf: settings, encoding: .utf8)
            .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
            .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"")
        try Data(text.utf8).write(to: settings)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func packages() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: site + "/Inbox/online").filter { !$0.hasPrefix(".") }
            .sorted()
    }

    func truth() throws -> [String: Truth] {
        let lines = try String(contentsOfFile: path + "/facts/truth.tsv", encoding: .utf8).split(separator: "\n")
        let header = try #require(lines.first).split(separator: "\t").map(String.init)
        let outcome = try #require(header.firstIndex(of: "outcome"))
        let reason = try #require(header.firstIndex(of: "reason"))
        var truth: [String: Truth] = [:]
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            truth[fields[0]] = Truth(outcome: fields[outcome], reason: fields[reason])
        }
        return truth
    }

    /// Takes everything in; what became of each package, by its name.
    func takeIn(
        at now: Moment? = Moment("2026-11-23T14:00:00+07:00"), openssl: OpenSSL? = .installed
    ) throws -> [String: Fate] {
        var outcomes: [String: Fate] = [:]
        let office = try Office(
            site: site, now: now, mode: .once, openssl: { openssl }
        ) { _ in }
        try office.once { taken in
            for outcome in taken {
                outcomes[URL(filePath: outcome.arrival).lastPathComponent] = Fate(
                    state: outcome.state, reasons: outcome.reasons.flatMap { $0.split(separator: ",").map(String.init) }
                )
            }
        }
        return outcomes
    }

    /// Moves something of the site out of it, or back.
    func move(_ place: String, aside: Bool) throws {
        let away = path + "/" + place.replacing("/", with: "_")
        let (from, to) = aside ? (site + "/" + place, away) : (away, site + "/" + place)
        try FileManager.default.moveItem(atPath: from, toPath: to)
    }

    /// Serves the site by another machine's clock.
    func office(on machine: Machine) throws -> Office {
        try Office(site: site, now: nil, mode: .once, machine: machine) { _ in }
    }

    /// Changes one byte anywhere in every second package: in a paper, or in the form around its signature; says where, by package.
    ///
    /// Python's own canonical form, which is none of hoso's code, tells a change from a mere other way of writing (a comment, a blank within
    /// a tag): another way of writing changes nothing that was signed, and another byte is drawn.
    func tamper(seed: Int) throws -> [String: String] {
        let said = try Self.python([
            "-c", Self.tampering, site + "/Inbox/online", String(seed), path + "/tampered.tsv",
        ])
        try #require(said)
        let lines = try String(contentsOfFile: path + "/tampered.tsv", encoding: .utf8).split(separator: "\n")
        return Dictionary(
            lines.map { $0.split(separator: "\t").map(String.init) }.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
    }

    /// Writes the byte at one place of the one form: `level="4"` becomes `level="3"`.
    func lower(levelOf name: String) throws {
        let folder = URL(filePath: site + "/Inbox/online/" + name)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xml") }
        let form = folder.appending(path: try #require(files.first))
        var bytes = try Data(contentsOf: form)
        let tag = try #require(bytes.firstRange(of: Data("level=".utf8)))
        try #require(bytes[tag.upperBound + 1] == UInt8(ascii: "4"))
        bytes[tag.upperBound + 1] = UInt8(ascii: "3")
        try bytes.write(to: form)
    }

    private static let tampering = """
        import os, random, re, sys
        from xml.etree.ElementTree import canonicalize, ParseError
        inbox, seed, told = sys.argv[1], int(sys.argv[2]), sys.argv[3]
        chance = random.Random(seed)
        def meaning(data):
            try: return canonicalize(data)
            except (ParseError, LookupError, ValueError): return None
        with open(told, "w", encoding="utf-8") as log:
            for name in sorted(os.listdir(inbox))[::2]:
                file = chance.choice(sorted(os.listdir(os.path.join(inbox, name))) + ["form"])
                if file == "form": file = [f for f in os.listdir(os.path.join(inbox, name)) if f.endswith(".xml")][0]
                place = os.path.join(inbox, name, file)
                data = open(place, "rb").read()
                form = file.endswith(".xml")
                signature = re.search(rb"<([\\w.-]+:)?Signature[\\s>].*</([\\w.-]+:)?Signature\\s*>", data, re.S) if form else None
                while True:
                    at = chance.randrange(len(data))
                    if form and signature.start() <= at < signature.end(): continue
                    changed = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1:]
                    if not form or meaning(changed) != meaning(data): break
                open(place, "wb").write(changed)
                log.write(f"{name}\\tbyte {at} of {'the form' if form else 'a paper'}: {data[at]} to {changed[at]}\\n")
        """

    private static func python(_ arguments: [String]) throws -> Bool {
        try ChildProcess.run(
            executable: interpreter, arguments: arguments, environment: ["PATH": "/usr/bin:/bin"],
            timeout: .seconds(120)
        ).isSuccess
    }
}
