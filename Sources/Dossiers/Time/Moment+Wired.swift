package import Bytes

extension Moment: Wired {
    /// In seconds east of Greenwich, as far as an offset can be written.
    private static let offsets = -(14 * 3600 + 59 * 60)...(14 * 3600 + 59 * 60)
    /// Of the days that can be written, as the local clock shows them.
    private static let seconds = Day.written.lowerBound * 86_400..<(Day.written.upperBound + 1) * 86_400

    package init(from wire: inout WireReader) throws(ParseError) {
        let (seconds, offset): (Int, Int) = try (wire.value(), wire.value())
        let (local, isHuge) = seconds.addingReportingOverflow(offset)
        guard !isHuge, Self.seconds.contains(local), Self.offsets.contains(offset), offset.isMultiple(of: 60) else {
            throw wire.refusal("a moment of a year from 1 to 9999")
        }
        self.init(seconds: seconds, offset: offset)
    }

    package func write(to wire: inout WireWriter) {
        wire.write(seconds)
        wire.write(offset)
    }
}
