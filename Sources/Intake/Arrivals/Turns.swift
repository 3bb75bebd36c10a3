/// Whose turn it is: everyone who waits gets a share, however many the others send.
package enum Turns {
    /// Something that waits.
    package struct Waiting<Key: Hashable & Sendable>: Sendable {
        /// The inbox folder, and so the agency, that it came by.
        package let channel: Key
        /// The account that sent it; nil where none is known, which is one sender.
        package let sender: String?
        /// Who came first is served first among his own.
        package let since: Int

        package init(channel: Key, sender: String?, since: Int) {
            self.channel = channel
            self.sender = sender
            self.since = since
        }
    }

    /// The positions of what waits, in the order in which it is to be served.
    ///
    /// The folders take turns, and within a folder its senders: so the first of anyone comes before the second of anyone else
    /// in that folder, and the first of a folder before the second of another. Among equals the earlier is first, and the
    /// order given decides where even that is equal. A pure function.
    package static func order<Key>(_ waiting: some Sequence<Waiting<Key>>) -> [Int] {
        // Of a flood figures are held, 32 bits each, which stand for folders and senders.
        var (since, senders, channels): ([Int], [Int32], [Int32]) = ([], [], [])
        since.reserveCapacity(waiting.underestimatedCount)
        senders.reserveCapacity(waiting.underestimatedCount)
        channels.reserveCapacity(waiting.underestimatedCount)
        var (ofSender, ofChannel): ([Sender<Key>: Int32], [Key: Int32]) = ([:], [:])
        for item in waiting {
            since.append(item.since)
            senders.append(ofSender.number(of: Sender(item)))
            channels.append(ofChannel.number(of: item.channel))
        }
        let byAge = since.indices.map { Int32($0) }.sorted { (since[Int($0)], $0) < (since[Int($1)], $1) }
        return byRank(byRank(byAge, in: senders, ofSender.count), in: channels, ofChannel.count).map { Int($0) }
    }

    /// Two queues one for one, as long as both have something.
    package static func oneForOne<Element>(_ first: [Element], _ second: [Element]) -> [Element] {
        var merged: [Element] = []
        for index in 0..<max(first.count, second.count) {
            if index < first.count { merged.append(first[index]) }
            if index < second.count { merged.append(second[index]) }
        }
        return merged
    }

    private struct Sender<Key: Hashable & Sendable>: Hashable {
        let channel: Key
        let name: String?

        init(_ waiting: Waiting<Key>) {
            channel = waiting.channel
            name = waiting.sender
        }
    }

    /// By rank in their group, and among equals as they stood.
    private static func byRank(_ order: [Int32], in groups: [Int32], _ count: Int) -> [Int32] {
        var next = Array(repeating: Int32(0), count: count)
        let ranks = order.map { item in
            let group = Int(groups[Int(item)])
            defer { next[group] += 1 }
            return next[group]
        }
        // A rank has no gaps: how many there are of each says where the next begins.
        var places = Array(repeating: Int32(0), count: Int(next.max() ?? 0) + 1)
        for rank in ranks { places[Int(rank) + 1] += 1 }
        for rank in 1..<max(1, places.count) { places[rank] += places[rank - 1] }
        var placed = Array(repeating: Int32(0), count: order.count)
        for (item, rank) in zip(order, ranks) {
            placed[Int(places[Int(rank)])] = item
            places[Int(rank)] += 1
        }
        return placed
    }
}

extension Dictionary where Value == Int32 {
    /// A number for each key, from 0 on.
    fileprivate mutating func number(of key: Key) -> Int32 {
        if let number = self[key] { return number }
        let number = Int32(count)
        self[key] = number
        return number
    }
}
