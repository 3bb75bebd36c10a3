import Bytes
import Documents
import Dossiers
import Files
import Foundation
import Ledgers
import Pipeline
import Settings

/// The parts that all work is made of, each by itself (`hoso selftest bench`): what a change of one of them changed.
package enum Bench {
    private static let limits = Limits()

    /// Measures one part after the other, and hands each figure over as soon as it is known.
    ///
    /// - Parameters:
    ///   - bytes: how many are digested; a million of them stand for a scan.
    ///   - entries: how many the ledger has that is checked and read, and the dossiers of a report.
    package static func run(bytes: Int = 16_000_000, entries: Int = 20_000, _ tell: (BenchFigure) -> Void) throws {
        let noise = noise(bytes)
        tell(BenchFigure("SHA-256", bytes: noise.count) { _ = SHA256.digest(of: noise) })
        try documents(tell)
        try archives(noise: Array(noise.prefix(1_000_000)), tell)
        try ledger(entries, tell)
        try reports(entries, tell)
    }

    /// The sample dossiers' own forms and papers.
    private static func documents(_ tell: (BenchFigure) -> Void) throws {
        let files = try DemoPackages.all().flatMap(\.files)
        func first(_ ending: String) -> [UInt8]? { files.first { $0.path.hasSuffix(ending) }?.bytes }
        if let form = first(".xml"),
            let schema = SampleSite.files.first(where: { $0.path.hasSuffix("/package.xsd") })
        {
            let rules = try XMLSchema(schema.bytes, name: "package.xsd")
            try tell(
                BenchFigure("form, read and held against its schema", bytes: form.count) {
                    _ = try XMLDocument.parse(form, limits: limits).problems(against: rules, limits: limits)
                })
        }
        if let paper = first(".pdf") {
            let source = MemorySource(paper)
            try tell(BenchFigure("PDF, looked into", bytes: paper.count) { _ = try PDFFacts(source, limits: limits) })
        }
        if let image = first(".jpg") {
            let source = MemorySource(image)
            try tell(
                BenchFigure("JPEG, looked into", bytes: image.count) {
                    _ = try ImageFacts(source, type: .jpeg, limits: limits)
                })
        }
    }

    private static func archives(noise: [UInt8], _ tell: (BenchFigure) -> Void) throws {
        let time = ZIPWriter.Time(year: 2026, month: 1, day: 1, second: 0)
        let text = Array(String(repeating: "Giấy chứng nhận quyền sử dụng đất. ", count: 2_500).utf8)
        func archive() throws -> MemorySink {
            var sink = MemorySink()
            var writer = ZIPWriter(time: time)
            try writer.addStored("scan.pdf", MemorySource(noise), to: &sink)
            try writer.addDeflated("form.xml", text, to: &sink)
            try writer.finish(to: &sink)
            return sink
        }
        let size = noise.count + text.count
        try tell(BenchFigure("ZIP, written: a scan stored, a form packed", bytes: size) { _ = try archive() })
        let source = MemorySource(try archive().bytes)
        try tell(
            BenchFigure("ZIP, read to the end of each entry", bytes: size) {
                let archive = try ZIPArchive(source, limits: limits)
                for entry in archive.entries { _ = try archive.contents(of: entry, limit: size) }
            })
    }

    /// A ledger in a temporary folder, which is removed again.
    private static func ledger(_ entries: Int, _ tell: (BenchFigure) -> Void) throws {
        let path = NSTemporaryDirectory() + "hoso-bench-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let at = Moment("2026-11-24T09:00:00+07:00") else { preconditionFailure("a moment is one") }
        let folder = try Folder(path: path, create: true)
        let ledger = try Ledger.open(folder: folder) { _ in }.ledger
        var number = 0
        func append(_ count: Int) throws {
            try ledger.append(
                (0..<count).map { _ in
                    number += 1
                    let effect = String(repeating: "Một sự cố kéo dài. ", count: 12)
                    return Entry(
                        number: number, at: at, claim: "bench", dossier: nil,
                        event: .incident(kind: "bench", open: true, effect: effect))
                })
        }
        try tell(BenchFigure("ledger, 64 entries committed, with the disk's sync") { try append(64) })
        try append(entries)
        let size = try folder.entries().reduce(0) { try $0 + (folder.status(of: $1)?.size ?? 0) }
        try tell(
            BenchFigure("ledger, its chain checked", bytes: size) { _ = try LedgerReading(folder: folder).check() })
        try tell(
            BenchFigure("ledger, its entries read", bytes: size) { try LedgerReading(folder: folder).forEach { _ in } })
    }

    /// Bytes that cannot be packed; the same each time.
    private static func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }
}
