import Dossiers

/// A moment, or none, in eight bytes: seconds and, in the last eleven bits, the minutes of its offset.
struct PackedMoment: Sendable, Equatable {
    private static let offsetBits: Int64 = 11
    private static let middle: Int64 = 1 << (offsetBits - 1)

    var raw: Int64 = .min

    init() {}

    init(_ moment: Moment?) {
        guard let moment else { return }
        precondition(
            moment.offset.isMultiple(of: 60) && abs(moment.offset / 60) < Self.middle,
            "a clock is whole minutes, and less than a day, from Greenwich")
        raw = Int64(moment.seconds) << Self.offsetBits | (Int64(moment.offset / 60) + Self.middle)
    }

    var moment: Moment? {
        guard raw != .min else { return nil }
        return Moment(
            seconds: Int(raw >> Self.offsetBits), offset: Int(raw & (2 * Self.middle - 1) - Self.middle) * 60)
    }
}
