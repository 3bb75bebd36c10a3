import Dossiers
import Files
import Foundation
import Pipeline
import Simulation

/// A piece of an office's work on a simulated disk, which is done again and again, each time with another misfortune.
struct Story: Sendable {
    /// Who hands letters to the mail program.
    enum Mailing: Sendable { case nobody, office, round }

    /// What the story is about, for the table.
    let name: String
    /// The site before the work, with everything in the inbox; all of it is on the disk for good.
    let before: SimulatedDisk
    /// Every file that lay in the inbox then or earlier.
    let inputs: [[UInt8]]
    /// Whether the nightly run is done too.
    let isNight: Bool
    let mailing: Mailing
    /// Under which names orders of persons lay there.
    let orders: [String]
    private let batchSize: Int
    /// Every telling begins with the same configuration.
    private let memory = ConfigurationMemory()

    static let site = "/site"
    /// So few that most stories begin with a snapshot of the register, and make one.
    private static let snapshotAfter = 4
    private static let then = time("2026-11-30T16:00:00+07:00")
    private static let now = time("2026-12-01T08:00:00+07:00")

    /// Makes a site, drops what came earlier and takes it in, and drops what is to be taken in.
    ///
    /// - Parameters:
    ///   - delivery: in what form dossiers leave for all agencies.
    ///   - earlier: packages that were taken in the day before.
    ///   - isFetched: whether agencies have taken what left for them then.
    ///   - orders: what persons ask for, by the same codes; they are given to the daemon.
    ///   - what: the packages of the story, once it is known which code each earlier one got.
    init(
        _ name: String, isNight: Bool = false, delivery: Agency.Delivery = .zip, mailing: Mailing = .nobody,
        batchSize: Int = Office.batchSize, earlier: [DemoPackage] = [], isFetched: Bool = false,
        orders: ([String: DossierCode]) -> [Order] = { _ in [] }, _ what: ([String: String]) -> [DemoPackage]
    ) throws {
        let calls = SimulatedCalls(SimulatedDisk())
        try NewSite.make(at: Self.site, calls: calls) {
            StorySite.file($0, $1, delivery: delivery, isMailed: mailing != .nobody)
        }
        _ = try Folder(path: "/", calls: calls).folder(StoryPost.folder, create: true)
        let inbox = try Folder(path: Self.site + "/Inbox", calls: calls)
        for package in earlier { try Self.drop(package, into: inbox) }
        var codes: [String: String] = [:]
        let office = try Office(
            site: Self.site, now: Self.then, mode: .once, snapshotAfter: Self.snapshotAfter,
            machine: StoryClock(start: 0).machine(calls), remembering: memory
        ) { _ in }
        try office.once { outcomes in
            for outcome in outcomes {
                guard let slash = outcome.arrival.firstIndex(of: "/") else { continue }
                let arrival = String(outcome.arrival[outcome.arrival.index(after: slash)...])
                codes[arrival] = outcome.dossier?.description
            }
        }
        if isFetched { try Self.fetch(calls) }
        let given = orders(codes.compactMapValues { DossierCode($0) })
        let tray = try Folder(path: Self.site + "/State/orders", calls: calls)
        for (position, order) in given.enumerated() {
            try tray.replaceDurably(
                FileName.literal("\(position).order"), with: Array(JSONEncoder().encode(order)), mode: 0o644)
        }
        let packages = what(codes)
        for package in packages { try Self.drop(package, into: inbox) }
        var disk = calls.disk
        disk.settle()
        // What all tellings share is worked out once.
        _ = disk.sum()
        before = disk
        inputs = (earlier + packages).flatMap { $0.files.map(\.bytes) }
        self.name = name
        self.mailing = mailing
        self.orders = given.indices.map { "\($0)" }
        self.batchSize = batchSize
        self.isNight = isNight
    }

    /// Does the work: what a start repairs, a pass over the inbox, and the nightly run.
    func run(on calls: SimulatedCalls, start: Int) throws {
        let machine = StoryClock(start: start).machine(calls)
        let office = try Office(
            site: Self.site, now: Self.now, mode: orders.isEmpty ? .once : .daemon,
            mail: mailing == .round ? .left : .inTurn, snapshotAfter: Self.snapshotAfter, batchSize: batchSize,
            machine: machine, remembering: memory
        ) { _ in }
        if orders.isEmpty { try office.once() } else { try serve(office, machine) }
        if isNight { try office.nightly(nil) }
        try office.publishMetrics(finished: "once")
        if mailing == .round { _ = try MailRound.send(site: Self.site, machine: machine) }
    }

    /// Takes the turns of the daemon until nothing more is to be done.
    private func serve(_ office: Office, _ machine: Machine) throws {
        while true {
            let turn = try office.turn()
            if turn.taken > 0 { continue }
            guard let nextAt = turn.nextAt else { return }
            machine.pause(max(1_000_000, nextAt - machine.monotonic()))
        }
    }

    /// Takes away all that lies in the outbox for agencies, as they do.
    private static func fetch(_ calls: SimulatedCalls) throws {
        let agencies = try Folder(path: site + "/Outbox/agencies", calls: calls)
        for code in try agencies.entries() {
            let folder = try agencies.folder(code)
            for name in try folder.entries() where !name.description.hasPrefix(".") { try folder.remove(name) }
        }
    }

    private static func time(_ text: String) -> Moment {
        guard let time = Moment(text) else { preconditionFailure("\(text) is a time") }
        return time
    }

    private static func drop(_ package: DemoPackage, into inbox: Folder) throws {
        for (path, bytes) in package.files {
            var steps = path.split(separator: "/").map { FileName.literal(String($0)) }
            guard let name = steps.popLast() else { continue }
            try inbox.folder(at: steps, create: true).replaceDurably(name, with: bytes)
        }
    }
}
