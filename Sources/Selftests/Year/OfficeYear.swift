import Dossiers
import Files
import Foundation
import Pipeline

/// `hoso rehearse`: citizens, post, banks and agencies bring dossiers down every path, through the real pipeline, while the
/// clock of law goes through a year; then everything is checked by other means than the pipeline's.
package struct OfficeYear {
    private static let offset = 25_200
    private static let first = Day(year: 2026, month: 1, day: 5) ?? Day(number: 0)
    private static let ticksADay = 2

    private let dossiers: Int
    private let days: Int
    private var generator: SeededGenerator
    private let clock = YearClock(at: 0)
    private let path: String
    private var players: [YearPlayer] = []
    private var due: [Int: [Int]] = [:]
    private var expectations = YearExpectations()
    private var counts = YearCounts()

    /// - Parameters:
    ///   - dossiers: how many submissions; each path is gone down at least once.
    ///   - days: how long the office works, from the first Monday of 2026 on.
    package init(seed: UInt64, dossiers: Int, days: Int = 361) {
        self.dossiers = dossiers
        self.days = max(days, 30)
        generator = SeededGenerator(seed: seed)
        path = NSTemporaryDirectory() + "hoso-year-" + UUID().uuidString
    }

    /// Goes through the year in a folder that is gone afterwards, and says after each month how far it is.
    package mutating func run(_ say: (String) -> Void = { _ in }) throws -> YearCounts {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try NewSite.make(at: path, openssl: nil) { file, bytes in
            guard file == "config/hoso.xml" else { return bytes }
            let text = String(decoding: bytes, as: UTF8.self)
                .replacing(#/settleAfter="[^"]*"/#, with: "settleAfter=\"0s\"")
                .replacing(#/waitForScans="[^"]*"/#, with: "waitForScans=\"0s\"")
            return Array(text.utf8)
        }
        counts.days = days
        try invitePlayers()
        try play(say)
        let review = try YearReview(
            site: path, first: Self.first, days: days, offset: Self.offset, expectations: expectations)
        review.check(players, into: &counts)
        for course in try YearCourse.all + YearCourse.signed() {
            let mine = players.filter { $0.course.name == course.name }
            counts.courses.append((course.name, mine.count, mine.count { $0.isOver }))
        }
        return counts
    }

    /// The first of each course begins early and is quick, so that every path has its end within the time.
    private mutating func invitePlayers() throws {
        let ticks = days * Self.ticksADay
        let once = try YearCourse.signed() + YearCourse.all
        for number in 0..<max(dossiers, once.count) {
            let isFirst = number < once.count
            let again = YearCourse.all[Int.random(in: YearCourse.all.indices, using: &generator)]
            let course = isFirst ? once[number] : again
            let begin = Int.random(in: 0..<(isFirst ? ticks / 4 : ticks), using: &generator)
            due[begin, default: []].append(players.count)
            players.append(
                YearPlayer(id: course.signedID ?? "nam-\(number)", course: course, patience: isFirst ? 3 : 30))
        }
    }

    private mutating func play(_ say: (String) -> Void) throws {
        clock.move(to: Moment(day: Self.first, minute: 0, offset: Self.offset).seconds)
        let office = try Office(site: path, now: nil, mode: .once, openssl: nil, machine: clock.machine) { _ in }
        let inbox = try Folder(path: path + "/Inbox")
        for tick in 0..<days * Self.ticksADay {
            let (step, part) = tick.quotientAndRemainder(dividingBy: Self.ticksADay)
            let day = Self.first.advanced(by: step)
            // At any hour, since people write at night and on Sundays too.
            let length = 1440 / Self.ticksADay
            let minute = part * length + Int.random(in: 0..<length, using: &generator)
            let now = Moment(day: day, minute: minute, offset: Self.offset)
            clock.move(to: now.seconds)
            if part == 0, day.weekday == .monday { try office.nightly(nil) }
            if let mine = due.removeValue(forKey: tick) { try act(mine, at: now, tick: tick, office, inbox) }
            if part == 0, day.civil.day == 1 { say("\(day): \(counts.arrivals) arrivals") }
        }
        clock.move(to: Moment(day: Self.first.advanced(by: days), minute: 60, offset: Self.offset).seconds)
        try office.nightly(nil)
    }

    private mutating func act(_ mine: [Int], at now: Moment, tick: Int, _ office: Office, _ inbox: Folder) throws {
        var dropped: [String: Int] = [:]
        for player in mine {
            let (it, step) = (players[player], players[player].steps[players[player].next])
            switch step.deed {
            case .order(let verb):
                counts.orders += 1
                let answer = try office.carryOut(
                    Order(verb, dossier: DossierCode(it.code), reason: "kiểm tra lại", by: "hoa"))
                if !answer.isDone { counts.violations.append("\(it.fileName): \(answer.text)") }
                expectations.expect(step.letters, of: "\(verb.rawValue) \(it.code)")
                goOn(player, state: [.hold, .release].contains(verb) ? step.state : nil, tick: tick)
            case .sample(let package):
                for (path, bytes) in package.files {
                    try drop(FileName.literal(it.fileName), bytes, into: String(path.prefix { $0 != "/" }), inbox)
                }
                expectations.expect(step.letters, of: it.id)
                dropped["online/\(it.fileName)"] = player
            case .drop(let folder, let write):
                let facts = YearStep.Facts(id: it.stepID, submission: it.id, code: it.code, at: now)
                try drop(FileName.literal(it.fileName), Array(write(facts).utf8), into: folder, inbox)
                if !step.isQuarantined { expectations.expect(step.letters, of: it.stepID) }
                dropped["\(folder)/\(it.fileName)"] = player
            }
        }
        try office.once { outcomes in
            for outcome in outcomes {
                guard let player = dropped.removeValue(forKey: outcome.arrival) else {
                    counts.violations.append("\(outcome.line), and nobody had brought it")
                    continue
                }
                take(outcome, by: player, tick: tick)
            }
        }
        for name in dropped.keys.sorted() { counts.violations.append("\(name) came in, and nothing became of it") }
    }

    private mutating func drop(_ name: FileName, _ bytes: [UInt8], into folder: String, _ inbox: Folder) throws {
        counts.arrivals += 1
        let names = folder.split(separator: "/").map { FileName.literal(String($0)) }
        try inbox.folder(at: names, create: true).replaceDurably(name, with: bytes)
    }

    private mutating func take(_ outcome: Outcome, by player: Int, tick: Int) {
        let step = players[player].steps[players[player].next]
        guard outcome.state == step.state, step.reason.map({ outcome.reasons == [$0] }) ?? true else {
            counts.violations.append(
                "\(players[player].course.name): \(outcome.line), but \(step.state) \(step.reason ?? "") expected"
            )
            return
        }
        if players[player].next == 0 { players[player].code = outcome.dossier?.description ?? "" }
        let hasEffect =
            players[player].next == 0 || !["rejected", "duplicate", "refused", "quarantined"].contains(step.state)
        goOn(player, state: hasEffect || !step.isSubmission && step.state == "refused" ? step.state : nil, tick: tick)
    }

    private mutating func goOn(_ player: Int, state: String?, tick: Int) {
        if let state { players[player].state = state }
        players[player].next += 1
        guard !players[player].isOver else { return }
        let wait = Int.random(in: 1...players[player].patience, using: &generator)
        due[tick + wait, default: []].append(player)
    }
}
