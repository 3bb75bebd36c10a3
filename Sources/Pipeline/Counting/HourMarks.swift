import Bytes
import Dossiers

/// Which entry was the last of each hour, so that the last one up to the end of any past day is known without the ledger.
struct HourMarks: Sendable {
    static let size = 48

    struct Mark: Sendable, Equatable {
        /// Hours since 1970.
        let hour: Int
        let number: Int
        let head: Digest
    }

    /// In the order of their hours.
    private(set) var marks: [Mark] = []
    /// The latest time of an entry; nil without entries.
    private(set) var latest: Moment?

    init() {}

    init(marks: [Mark], latest: Moment?) {
        self.marks = marks
        self.latest = latest
    }

    mutating func add(_ entry: Entry, _ digest: Digest) {
        latest = latest.map { max($0, entry.at) } ?? entry.at
        let mark = Mark(hour: Self.hour(of: entry.at.seconds), number: entry.number, head: digest)
        // A clock that was set back leads into an hour that was there before.
        let place = marks.lastIndex { $0.hour <= mark.hour }.map { $0 + 1 } ?? 0
        if place > 0, marks[place - 1].hour == mark.hour {
            marks[place - 1] = mark
        } else {
            marks.insert(mark, at: place)
        }
    }

    /// The last entry up to a moment; nil where that is no hour's end, so that the ledger alone knows.
    func last(asOf moment: Moment) -> (number: Int, head: String)?? {
        let isAll = latest.map { $0 <= moment } ?? true
        guard isAll || (moment.seconds + 1).isMultiple(of: 3600) else { return nil }
        let hour = Self.hour(of: moment.seconds)
        let last = marks.lazy.filter { isAll || $0.hour <= hour }.max { $0.number < $1.number }
        return .some(last.map { ($0.number, $0.head.description) })
    }

    private static func hour(of seconds: Int) -> Int { (seconds - (seconds % 3600 + 3600) % 3600) / 3600 }
}
