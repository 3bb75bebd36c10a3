import Dossiers
import Files
import Foundation
import Ledgers

/// Which agencies had to be urged on, worked out minute by minute, and which letters say so (Điều 9.6).
struct YearReminders {
    private struct Night {
        var expected: Set<String> = []
        var agencies: Set<AgencyCode> = []
        var found: Set<String> = []
        var letters = 0
    }

    private let site: YearSite
    private var nights: [String: Night] = [:]
    private var told = YearSite.first.advanced(by: -1)

    init(_ site: YearSite) { self.site = site }

    /// Takes in the next entry; `register` as it was before.
    mutating func take(_ entry: Entry, _ register: Register, _ walks: YearWalks) throws {
        switch entry.event {
        case .nightlyDone(let day) where day > told:
            let since = Moment(day: told.advanced(by: 1), minute: 0, offset: YearSite.offset)
            let end = Moment(day: day.advanced(by: 1), minute: 0, offset: YearSite.offset)
            told = day
            for dossier in register.recent.values {
                guard let walk = walks.walk(for: dossier.code, at: entry.at),
                    let step = step(of: dossier, from: since, to: end, walk)
                else { continue }
                nights[entry.claim, default: Night()].expected.insert("\(dossier.code) \(step)")
                nights[entry.claim, default: Night()].agencies.insert(dossier.agency)
            }
        case .published(let output) where output.path.contains("-reminder-"):
            nights[entry.claim, default: Night()].letters += 1
            let name = String(output.path.drop { $0 != "/" }.dropFirst())
            let bytes = try Folder(path: site.path + "/Outbox/notices").readAll(
                FileName.literal(name), limit: 1 << 24)
            // Quoted-printable leaves codes and figures as they are, but breaks lines.
            let text = String(decoding: bytes, as: UTF8.self).replacing("=\r\n", with: "")
            for match in text.matches(of: #/([0-9.]+\.H34-[0-9]{6}-[0-9]{4,}): [^%]*?([0-9]+)%/#) {
                nights[entry.claim, default: Night()].found.insert("\(match.1) \(match.2)")
            }
        default: break
        }
    }

    /// How many reminders were checked.
    func check(_ violations: inout [String]) -> Int {
        for (claim, night) in nights.sorted(by: { $0.key < $1.key }) {
            for item in night.expected.symmetricDifference(night.found).sorted() {
                violations.append(
                    "reminder of \(item) per cent: \(night.found.contains(item) ? "not due" : "missing") in \(claim)")
            }
            if night.letters != night.agencies.count {
                violations.append("\(night.letters) reminder letters to \(night.agencies.count) agencies in \(claim)")
            }
        }
        return nights.values.reduce(0) { $0 + $1.expected.count }
    }

    /// The highest step that a dossier reached in a time; nil for what nobody is to be reminded of.
    private func step(of dossier: Dossier, from: Moment, to: Moment, _ walk: MinuteWalk) -> Int? {
        guard let deadlines = dossier.deadlines, dossier.violation == nil, !dossier.isClosed, dossier.resolvedAt == nil,
            !dossier.isPaused, to < deadlines.due
        else { return nil }
        let pauses = dossier.pauses.compactMap { pause in pause.to.map { pause.from..<$0 } }
        let whole = walk.workingMinutes(from: deadlines.from, to: deadlines.due, without: pauses)
        guard whole > 0 else { return nil }
        func share(_ moment: Moment) -> Int {
            walk.workingMinutes(from: deadlines.from, to: moment, without: pauses) * 100 / whole
        }
        // While the clock stood nobody was told.
        var told = from
        while let pause = pauses.first(where: { $0.contains(told) && $0.lowerBound < told }) {
            told = Moment(day: pause.lowerBound.day, minute: 0, offset: YearSite.offset)
        }
        return [90, 75, 50].first { share(told) < $0 && $0 <= share(to) }
    }
}
