import Bytes
import Dossiers
import Files
import Foundation
import Pipeline

/// `hoso rehearse`: citizens, post, banks and agencies bring dossiers down every path, through the real pipeline, while the
/// clock of law goes through a year; then everything is checked by other means than the pipeline's.
package struct OfficeYear {
    private static let ticksADay = 2
    /// Ticks after which a leader's word for a draft that was never made is given up.
    private static let mostWaiting = 120

    private let dossiers: Int
    private let days: Int
    private let asksForValid: Bool
    private var generator: SeededGenerator
    private let clock = YearClock(at: 0)
    private let site: YearSite
    private var players: [YearPlayer] = []
    private var due: [Int: [Int]] = [:]
    private var expectations = YearExpectations()
    private var counts = YearCounts()

    /// - Parameters:
    ///   - dossiers: how many submissions; each path is gone down at least once.
    ///   - days: how long the office works, from the first Monday of 2026 on.
    ///   - asksForValid: whether signatures must be valid, which needs `openssl`; else intact.
    package init(seed: UInt64, dossiers: Int, days: Int = 361, asksForValid: Bool = false) {
        self.dossiers = dossiers
        self.days = max(days, 30)
        self.asksForValid = asksForValid
        generator = SeededGenerator(seed: seed)
        site = YearSite(path: NSTemporaryDirectory() + "hoso-year-" + UUID().uuidString, days: self.days)
    }

    /// Goes through the year in a folder that is gone afterwards.
    ///
    /// - Parameter passing: told the number of each day that is over.
    package mutating func run(passing: (_ day: Int) -> Void = { _ in }) throws -> YearCounts {
        defer { site.remove() }
        try site.make(asksForValid: asksForValid)
        counts.days = days
        try invitePlayers()
        try play(passing)
        try YearReview(site, expectations: expectations).check(players, into: &counts)
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

    private mutating func play(_ passing: (_ day: Int) -> Void) throws {
        clock.move(to: Moment(day: YearSite.first, minute: 0, offset: YearSite.offset).seconds)
        var office: Office? = try open()
        for step in 0..<days {
            let day = YearSite.first.advanced(by: step)
            if day == site.changeDay {
                // The one that is there must go first: it holds the site alone.
                office = nil
                try site.changeCalendar()
                office = try open()
                try moveDates(office)
            }
            guard let office else { return }
            if step == site.vanishingDay { try loseFolder(office) }
            for part in 0..<Self.ticksADay {
                let tick = step * Self.ticksADay + part
                // At any hour, since people write at night and on Sundays too.
                let length = 1440 / Self.ticksADay
                let minute = part * length + Int.random(in: 1..<length, using: &generator)
                let now = Moment(day: day, minute: minute, offset: YearSite.offset)
                clock.move(to: now.seconds)
                if part == 0, day.weekday == .monday { try office.nightly(nil) }
                if let mine = due.removeValue(forKey: tick) { try act(mine, at: now, tick: tick, office) }
            }
            passing(step + 1)
        }
        clock.move(to: Moment(day: YearSite.first.advanced(by: days), minute: 60, offset: YearSite.offset).seconds)
        try office?.nightly(nil)
    }

    private func open() throws -> Office {
        try asksForValid
            ? Office(site: site.path, now: nil, mode: .once, machine: clock.machine) { _ in }
            : Office(site: site.path, now: nil, mode: .once, openssl: { nil }, machine: clock.machine) { _ in }
    }

    /// Open dossiers get the dates of the changed calendar, by a person's word, at the first minute of its day.
    private mutating func moveDates(_ office: Office?) throws {
        clock.move(to: Moment(day: site.changeDay, minute: 0, offset: YearSite.offset).seconds)
        counts.orders += 1
        // Where none moves, the review finds that none had to.
        _ = try office?.carryOut(Order(.recount, reason: "nghỉ lễ mới", by: "hoa"))
    }

    /// A folder of the inbox is gone for a while, as a share that is not mounted is: an incident, and later its all-clear.
    private func loseFolder(_ office: Office) throws {
        try site.hideFolder(true)
        try office.once()
        try site.hideFolder(false)
        try office.once()
    }

    private mutating func act(_ mine: [Int], at now: Moment, tick: Int, _ office: Office) throws {
        var dropped: [String: Int] = [:]
        for player in mine {
            let (it, step) = (players[player], players[player].steps[players[player].next])
            if step.waitsForDraft, it.waited < Self.mostWaiting, try !site.hasDraft(it.code) {
                players[player].waited += 1
                due[tick + 1, default: []].append(player)
                continue
            }
            switch step.deed {
            case .order(let make):
                guard let code = DossierCode(it.code) else { continue }
                let order = make(code)
                counts.orders += 1
                let answer = try office.carryOut(order)
                if !answer.isDone { counts.violations.append("\(it.fileName): \(answer.text)") }
                expectations.expect(step.letters, of: "\(order.verb.rawValue) \(it.code)")
                goOn(player, state: step.state.isEmpty ? nil : step.state, tick: tick)
            case .sample(let package):
                for (path, bytes) in package.files {
                    try drop(it.fileName, bytes, into: String(path.prefix { $0 != "/" }))
                }
                expectations.expect(step.letters, of: it.id)
                dropped["online/\(it.fileName)"] = player
            case .drop(let folder, let write):
                let facts = YearStep.Facts(id: it.stepID, submission: it.id, code: it.code, at: now)
                let name = it.fileName(facts)
                let bytes = Array(write(facts).utf8)
                try drop(name, bytes, into: folder)
                if step.isSubmission, it.next == 0 { players[player].form = SHA256.digest(of: bytes) }
                let key = step.loneScan.map { "scan \(it.code) \($0)" } ?? it.stepID
                if !step.isQuarantined { expectations.expect(step.letters, of: key) }
                dropped["\(folder)/\(name)"] = player
            }
        }
        var told: [(player: Int, outcome: Outcome)] = []
        try office.once { outcomes in
            for outcome in outcomes {
                guard let player = dropped.removeValue(forKey: outcome.arrival) else {
                    counts.violations.append("\(outcome.line), and nobody had brought it")
                    continue
                }
                told.append((player, outcome))
            }
        }
        // In whichever order the disk gave them: the same seed is the same year.
        for (player, outcome) in told.sorted(by: { $0.player < $1.player }) { take(outcome, by: player, tick: tick) }
        for name in dropped.keys.sorted() { counts.violations.append("\(name) came in, and nothing became of it") }
    }

    private mutating func drop(_ name: String, _ bytes: [UInt8], into folder: String) throws {
        counts.arrivals += 1
        try site.drop(name, bytes, into: folder)
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
            players[player].next == 0
            || !["rejected", "duplicate", "refused", "quarantined", "unmatched"].contains(step.state)
        goOn(player, state: hasEffect || !step.isSubmission && step.state == "refused" ? step.state : nil, tick: tick)
    }

    private mutating func goOn(_ player: Int, state: String?, tick: Int) {
        if let state { players[player].state = state }
        players[player].next += 1
        guard !players[player].isOver else { return }
        // A leader who answers a draft does so while its date is still to come.
        let comesAtOnce = players[player].steps[players[player].next].comesAtOnce
        let wait = comesAtOnce ? 1 : Int.random(in: 1...players[player].patience, using: &generator)
        due[tick + wait, default: []].append(player)
    }
}
