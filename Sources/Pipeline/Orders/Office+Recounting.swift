import Dossiers
import Files
import Ledgers
import Publications
import Settings

/// Dates of open dossiers that a changed calendar moves: told by the house, moved by a person's word.
///
/// The calendar in force counts whatever begins to run or runs again. A date that a citizen was given moves only when somebody
/// says so, since a calendar with a mistake would else write to everybody at once.
extension Office {
    /// Remembers below `State/` by which calendars every open dossier was found to be counted.
    private static let settled: FileName = "calendar.txt"

    /// Opens an incident while the calendar in force counts open dossiers otherwise than they were told.
    ///
    /// Every open dossier is looked at only where the calendars are others than they were when all was well.
    func watchCalendar() throws {
        let version = Array(RulesVersion.of(site.calendars).utf8)
        if !incidents.contains("calendar-changed"), try state.status(of: Self.settled) != nil,
            try state.readAll(Self.settled, limit: 1000) == version
        {
            return
        }
        var count = 0
        try forEachMoving { _, _ in count += 1 }
        guard count > 0 else {
            try closeIncident("calendar-changed")
            return try state.replaceDurably(Self.settled, with: version, mode: 0o640)
        }
        try openIncident(
            "calendar-changed",
            effect:
                "The calendar in force counts dates of \(count) open dossiers otherwise than they were told, or marks them otherwise "
                + "as provisional. «hoso calendar preview» lists them, «hoso calendar apply» moves them.")
    }

    /// Moves them, each with its letter where the day is another, and a list for each agency.
    func recount(_ order: Order) throws -> Order.Answer {
        var moving = 0
        var moved: [AgencyCode: [AgencyLetter.Recounted]] = [:]
        try forEachMoving { dossier, matter in
            moving += 1
            guard case .events(let events) = OrderRuling.rule(order, matter, agencies: [:]) else { return }
            for case .recounted(let recount) in events {
                moved[dossier.agency, default: []].append(
                    .init(
                        code: dossier.code, recount: recount, handOver: handOver(of: dossier, recount), at: clock.now))
            }
        }
        for (agency, recounted) in moved.sorted(by: { $0.key < $1.key }) {
            var told: [AgencyLetter.Recounted]? = recounted
            for item in recounted {
                // Not broken off by a word that comes meanwhile: the agency was told of all of them.
                _ = try goesOn()
                guard let dossier = try register.dossier(item.code) else { continue }
                try enter([.recounted(item.recount)], for: dossier, as: "order") { entries, after in
                    // With the first: after a crash the order is gone on with, and tells of the others again.
                    let list = told.flatMap { self.letter(to: agency, .recount($0), about: entries) }
                    return self.plan(entries, dossier: after) + (list.map { [$0] } ?? [])
                }
                told = nil
                try settleRegister()
            }
        }
        let letters = moved.values.joined().count { $0.recount.movesDay }
        try watchCalendar()
        return Order.Answer(
            isDone: moving > 0,
            text: moving == 0
                ? "no date moves: the calendar in force counts every open dossier as it was told (a file that was changed is in force from SIGHUP or the next start on)"
                : "\(moving) dossiers have their dates by the calendar in force now; \(letters) citizens have another day"
        )
    }

    /// The new time for a hand-over that is still to be done; nil where it stays.
    private func handOver(of dossier: Dossier, _ recount: Recount) -> Moment? {
        let moved = recount.deadlines.handOver
        return moved == dossier.deadlines?.handOver ? nil : moved
    }

    /// Hands over one after the other, since they may be all that are open.
    private func forEachMoving(_ body: (Dossier, Matter) throws -> Void) throws {
        for code in try register.appointed() {
            // So that we are seen to be alive; it is over too soon to be broken off.
            _ = try goesOn()
            guard let dossier = try register.dossier(code), RecountRuling.isCounted(dossier),
                let matter = matter(of: dossier, now: clock.now), RecountRuling.moved(matter) != nil
            else { continue }
            try body(dossier, matter)
        }
    }

    /// A list for an agency; one without an address finds its dossiers in the reports alone.
    func letter(to code: AgencyCode, _ letter: AgencyLetter, about entries: [Entry]) -> PlannedOutput? {
        guard let agency = site.catalogue.agencies[code] else { return nil }
        let envelope = AgencyLetter.Envelope(
            siteName: site.name, siteCode: site.code, from: site.notices.from, at: clock.now,
            eventNumber: entries.last?.number ?? register.nextNumber)
        return letter.bytes(to: agency, envelope).map {
            PlannedOutput(
                kind: .notice, path: "notices/\(letter.name(to: code, envelope))", content: .bytes($0))
        }
    }
}

extension Register {
    /// The codes of open dossiers that have an appointment and no result yet, in order.
    func appointed() throws -> [DossierCode] {
        var codes: [DossierCode] = []
        try forEachOpen { if $0.due != nil, !$0.isResolved { codes.append($0.code) } }
        return codes.sorted()
    }
}
