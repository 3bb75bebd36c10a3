import Bytes
import Dossiers
import Files
import Ledgers
import Pipeline
import Simulation
import Testing

@Suite("Room for what is taken in")
struct RoomTests {
    private let path = "/site"
    private let now = Moment("2026-11-23T14:00:00+07:00")
    /// What the sample asks to be free.
    private let reserve = 100_000_000
    private let card = Forms.pdf("card")

    /// A disk with a site whose inbox has a large package and a small one.
    private func disk() throws -> SimulatedDisk {
        let calls = SimulatedCalls(SimulatedDisk())
        try NewSite.make(at: path, calls: calls) { file, bytes in
            guard file == "config/hoso.xml" else { return bytes }
            return Array(
                String(decoding: bytes, as: UTF8.self)
                    .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
                    .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"").utf8)
        }
        try drop("large", deed: Forms.pdf(String(repeating: "deed ", count: 600_000)), on: calls)
        try drop("small", deed: Forms.pdf("deed"), on: calls)
        return calls.disk
    }

    private func drop(_ id: String, deed: [UInt8], on calls: SimulatedCalls) throws {
        let form = Forms.submission(
            id,
            attachments: [Forms.attachment("CCCD", "cccd.pdf", card), Forms.attachment("GCN", "gcn.pdf", deed)])
        let folder = try Folder(path: "\(path)/Inbox/online", calls: calls).folder(FileName.literal(id), create: true)
        for (name, bytes) in [("cccd.pdf", card), ("gcn.pdf", deed), ("hoso.xml", form)] {
            try folder.replaceDurably(FileName.literal(name), with: bytes)
        }
    }

    /// One pass over a disk on which so many bytes are free.
    private func once(_ disk: inout SimulatedDisk, free: Int) throws -> [String] {
        disk.freeBytes = free
        let calls = SimulatedCalls(disk)
        let real = Machine.real
        let office = try Office(
            site: path, now: now, mode: .once,
            machine: Machine(calls: calls, realtime: real.realtime, monotonic: real.monotonic, pause: { _ in })
        ) { _ in }
        var taken: [String] = []
        try office.once { taken += $0.filter { $0.dossier != nil }.map(\.arrival) }
        disk = calls.disk
        return taken
    }

    private func incidents(_ disk: SimulatedDisk) throws -> [String] {
        var found: [String] = []
        try LedgerReading(folder: Folder(path: "\(path)/State/ledger", calls: SimulatedCalls(disk))).forEach { entry in
            if case .incident(let kind, let open, _) = entry.event { found.append("\(kind) \(open)") }
        }
        return found
    }

    @Test("FS8 what waits for room keeps nothing that the guard has held back from its answer")
    func FS8_guardReleases() throws {
        let calls = SimulatedCalls(try disk())
        let config = try Folder(path: "\(path)/config", calls: calls)
        let text = String(decoding: try config.readAll("hoso.xml", limit: 100_000), as: UTF8.self)
        try config.replaceDurably(
            "hoso.xml", with: Array(text.replacing("</hoso>", with: "<guard share=\"0.9\" number=\"50\"/></hoso>").utf8)
        )
        let form = Forms.submission("unknown", procedure: "9.999999", attachments: [])
        let inbox = try Folder(path: "\(path)/Inbox/online", calls: calls).folder("unknown", create: true)
        try inbox.replaceDurably("hoso.xml", with: form)
        var disk = calls.disk
        _ = try once(&disk, free: reserve + 2_000_000)
        let working = try Folder(path: "\(path)/State/working", calls: SimulatedCalls(disk)).entries()
        #expect(working.count == 1, "the large one alone")
    }

    @Test("FS8 a package that would leave less free than must be waits for room, told once, and smaller ones are taken")
    func FS8_batchFitsItsRoom() throws {
        var disk = try disk()
        #expect(try once(&disk, free: reserve + 2_000_000) == ["online/small"])
        for number in 1...2 {
            let calls = SimulatedCalls(disk)
            try drop("small-\(number)", deed: Forms.pdf("deed"), on: calls)
            disk = calls.disk
            #expect(try once(&disk, free: reserve + 2_000_000) == ["online/small-\(number)"])
        }
        #expect(try incidents(disk) == ["disk-short true"])
        #expect(try once(&disk, free: 2 * reserve) == ["online/large"])
        #expect(try incidents(disk) == ["disk-short true", "disk-short false"])
    }
}
