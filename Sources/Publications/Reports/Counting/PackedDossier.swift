import Signatures
import Dossiers

/// A counted dossier in 120 bytes, the same in memory and in a file: times and numbers that stand for words.
///
/// Its agency stands once for all of a section of the `CountedTable`; what may be missing is 0, or counts from 1 on.
struct PackedDossier: Sendable, Equatable {
    static let size = 120

    /// Of its code.
    var day: Int32 = 0
    /// Of its code.
    var number: UInt32 = 0
    /// Of the last entry that concerns it.
    var lastEntry: UInt32 = 0
    var origin: UInt32 = 0
    var agency: UInt32 = 0
    var calendar: UInt32 = 0
    var firstFindings: UInt32 = 0
    var secondFindings: UInt32 = 0
    var firstPiece: UInt32 = 0
    var pieces: UInt16 = 0
    var flags = Flags()
    /// The latest time of an entry that concerns it.
    var lastAt = PackedMoment()
    var receivedAt = PackedMoment()
    var countedFrom = PackedMoment()
    var completedAt = PackedMoment()
    var handOverDue = PackedMoment()
    var sameDayDue = PackedMoment()
    var due = PackedMoment()
    var handedOverAt = PackedMoment()
    var finishedAt = PackedMoment()
    var returnedAt = PackedMoment()

    /// What is yes or no, and the words that there are few of, in sixteen bits.
    struct Flags: Sendable, Equatable {
        var bits: UInt16 = 0

        private func has(_ place: UInt16) -> Bool { bits >> place & 1 == 1 }
        private mutating func put(_ value: Bool, _ place: UInt16) { put(value ? 1 : 0, place, 1) }
        private func value(_ place: UInt16, _ mask: UInt16) -> Int { Int(bits >> place & mask) }
        private mutating func put(_ value: Int, _ place: UInt16, _ mask: UInt16) {
            bits = bits & ~(mask << place) | (UInt16(value) & mask) << place
        }

        var provisional: Bool {
            get { has(0) }
            set { put(newValue, 0) }
        }
        var extended: Bool {
            get { has(1) }
            set { put(newValue, 1) }
        }
        var isPaused: Bool {
            get { has(2) }
            set { put(newValue, 2) }
        }
        var isCentral: Bool {
            get { has(3) }
            set { put(newValue, 3) }
        }
        var isSuspect: Bool {
            get { has(4) }
            set { put(newValue, 4) }
        }
        /// Whether it is not there as of the moment that the table is rewound to.
        var isAbsent: Bool {
            get { has(5) }
            set { put(newValue, 5) }
        }

        var ending: CountedDossier.Ending? {
            get { value(6, 3) == 0 ? nil : Self.endings[min(value(6, 3), 3) - 1] }
            set { put(newValue.flatMap { Self.endings.firstIndex(of: $0) }.map { $0 + 1 } ?? 0, 6, 3) }
        }
        var signature: SignatureWorth {
            get { Self.worths[min(value(8, 7), Self.worths.count - 1)] }
            set { put(Self.worths.firstIndex(of: newValue) ?? 0, 8, 7) }
        }
        var state: DossierState {
            get { Self.states[min(value(11, 15), Self.states.count - 1)] }
            set { put(Self.states.firstIndex(of: newValue) ?? 0, 11, 15) }
        }

        var isHandedOn: Bool {
            get { has(15) }
            set { put(newValue, 15) }
        }

        /// Whether all words are ones that there are.
        var isSound: Bool {
            value(8, 7) < Self.worths.count && value(11, 15) < Self.states.count && !isAbsent
        }

        private static let endings: [CountedDossier.Ending] = [.resolved, .refused, .withdrawn]
        private static let worths = SignatureWorth.allCases
        private static let states = DossierState.allCases
    }

    /// Where its pieces stand in their list.
    var places: Range<Int> { Int(firstPiece)..<Int(firstPiece) + Int(pieces) }

    /// In the order of codes of the same agency.
    static func precedes(_ left: PackedDossier, _ right: PackedDossier) -> Bool {
        left.day != right.day ? left.day < right.day : left.number < right.number
    }

    func write(into bytes: inout [UInt8]) {
        bytes.put(day)
        bytes.put(number)
        bytes.put(lastEntry)
        bytes.put(origin)
        bytes.put(agency)
        bytes.put(calendar)
        bytes.put(firstFindings)
        bytes.put(secondFindings)
        bytes.put(firstPiece)
        bytes.put(pieces)
        bytes.put(flags.bits)
        bytes.put(lastAt.raw)
        bytes.put(receivedAt.raw)
        bytes.put(countedFrom.raw)
        bytes.put(completedAt.raw)
        bytes.put(handOverDue.raw)
        bytes.put(sameDayDue.raw)
        bytes.put(due.raw)
        bytes.put(handedOverAt.raw)
        bytes.put(finishedAt.raw)
        bytes.put(returnedAt.raw)
    }

    init() {}

    /// Of `size` bytes.
    init(_ bytes: inout ByteCursor) {
        day = bytes.next()
        number = bytes.next()
        lastEntry = bytes.next()
        origin = bytes.next()
        agency = bytes.next()
        calendar = bytes.next()
        firstFindings = bytes.next()
        secondFindings = bytes.next()
        firstPiece = bytes.next()
        pieces = bytes.next()
        flags.bits = bytes.next()
        lastAt.raw = bytes.next()
        receivedAt.raw = bytes.next()
        countedFrom.raw = bytes.next()
        completedAt.raw = bytes.next()
        handOverDue.raw = bytes.next()
        sameDayDue.raw = bytes.next()
        due.raw = bytes.next()
        handedOverAt.raw = bytes.next()
        finishedAt.raw = bytes.next()
        returnedAt.raw = bytes.next()
    }
}
