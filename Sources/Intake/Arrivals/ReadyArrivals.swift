import Files

/// What lies whole in the inbox, by age: of a flood of it figures and the bytes of names are held, and an arrival is made of them
/// where one is asked for.
package struct ReadyArrivals: RandomAccessCollection, Sendable {
    private struct Record {
        let since: Int
        let start: UInt32
        /// One more than its place among those that have companions; 0 where it has none.
        let companions: UInt32
        let count: UInt16
        let channel: UInt16

        var name: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }

    private var channels: [Channel] = []
    private var text: [UInt8] = []
    private var records: [Record] = []
    private var companions: [[FileName]] = []

    package init() {}

    package var startIndex: Int { 0 }
    package var endIndex: Int { records.count }

    package subscript(position: Int) -> Arrival {
        let record = records[position]
        guard let name = FileName(bytes: Array(text[record.name])) else {
            preconditionFailure("what was a name is one")
        }
        return Arrival(
            channel: channels[Int(record.channel)], name: name,
            companions: record.companions == 0 ? [] : companions[Int(record.companions) - 1], since: record.since)
    }

    mutating func append(_ arrival: Arrival) {
        if channels.last != arrival.channel { channels.append(arrival.channel) }
        if !arrival.companions.isEmpty { companions.append(arrival.companions) }
        records.append(
            Record(
                since: arrival.since, start: UInt32(text.count),
                companions: arrival.companions.isEmpty ? 0 : UInt32(companions.count),
                count: UInt16(clamping: arrival.name.bytes.count), channel: UInt16(channels.count - 1)))
        text += arrival.name.bytes
    }

    /// Puts who came first first, and of those that came at once them in the order of their names.
    mutating func sort() {
        let text = text
        records.sort {
            $0.since != $1.since
                ? $0.since < $1.since : text[$0.name].lexicographicallyPrecedes(text[$1.name])
        }
    }
}
