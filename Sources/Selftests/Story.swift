import Dossiers
import Files
import Pipeline
import Simulation

/// A piece of an office's work on a simulated disk, which is done again and again, each time with another misfortune.
struct Story: Sendable {
    /// What the story is about, for the table.
    let name: String
    /// The site before the work, with everything in the inbox; all of it is on the disk for good.
    let before: SimulatedDisk
    /// Every file that lay in the inbox then or earlier.
    let inputs: [[UInt8]]
    let now: Moment
    /// Whether the nightly run is done too.
    let isNight: Bool
    /// Every telling begins with the same configuration.
    private let memory = ConfigurationMemory()

    static let site = "/site"

    /// Makes a site, drops what came earlier and takes it in, and drops what is to be taken in.
    ///
    /// - Parameters:
    ///   - delivery: in what form dossiers leave for all agencies.
    ///   - earlier: packages that were taken in long ago, at `then`.
    ///   - what: the packages of the story, once it is known which code each earlier one got.
    init(
        _ name: String, then: Moment, now: Moment, isNight: Bool = false, delivery: Agency.Delivery = .zip,
        earlier: [DemoPackage],
        _ what: ([String: String]) -> [DemoPackage]
    ) throws {
        let calls = SimulatedCalls(SimulatedDisk())
        try NewSite.make(at: Self.site, calls: calls) { file, bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            if file == "config/agencies.xml", delivery == .folder {
                return Array(text.replacing("<agency ", with: "<agency delivery=\"folder\" ").utf8)
            }
            guard file == "config/hoso.xml" else { return bytes }
            return Array(
                text
                    .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
                    .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"")
                    .replacing(#/workers="[^"]*"/#, with: "workers=\"1\"").utf8)
        }
        let inbox = try Folder(path: Self.site + "/Inbox", calls: calls)
        for package in earlier { try Self.drop(package, into: inbox) }
        var codes: [String: String] = [:]
        let office = try Office(
            site: Self.site, now: then, mode: .once, machine: StoryClock(start: 0).machine(calls),
            remembering: memory
        ) { _ in }
        try office.once { outcomes in
            for outcome in outcomes {
                guard let slash = outcome.arrival.firstIndex(of: "/") else { continue }
                let arrival = String(outcome.arrival[outcome.arrival.index(after: slash)...])
                codes[arrival] = outcome.dossier?.description
            }
        }
        let packages = what(codes)
        for package in packages { try Self.drop(package, into: inbox) }
        var disk = calls.disk
        disk.settle()
        before = disk
        inputs = (earlier + packages).flatMap { $0.files.map(\.bytes) }
        self.name = name
        self.now = now
        self.isNight = isNight
    }

    /// Does the work: what a start repairs, a pass over the inbox, and the nightly run.
    func run(on calls: SimulatedCalls, start: Int) throws {
        let machine = StoryClock(start: start).machine(calls)
        let office = try Office(site: Self.site, now: now, mode: .once, machine: machine, remembering: memory) { _ in }
        try office.once()
        if isNight { try office.nightly(nil) }
        try office.publishMetrics(finished: "once")
    }

    private static func drop(_ package: DemoPackage, into inbox: Folder) throws {
        for (path, bytes) in package.files {
            var steps = path.split(separator: "/").map { FileName.literal(String($0)) }
            guard let name = steps.popLast() else { continue }
            try inbox.folder(at: steps, create: true).replaceDurably(name, with: bytes)
        }
    }
}
