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
    package static func order<Key>(_ waiting: [Waiting<Key>]) -> [Int] {
        let byAge = waiting.indices.sorted { (waiting[$0].since, $0) < (waiting[$1].since, $1) }
        var ofSender: [Sender<Key>: Int] = [:]
        let bySender = byRank(byAge) { ofSender.next(Sender(waiting[$0])) }
        var ofChannel: [Key: Int] = [:]
        return byRank(bySender) { ofChannel.next(waiting[$0].channel) }
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

    /// By rank, and among equals as they stood; ranks are asked for in that order, and have no gaps.
    private static func byRank(_ order: [Int], _ rank: (Int) -> Int) -> [Int] {
        let ranks = order.map(rank)
        var places = Array(repeating: 0, count: (ranks.max() ?? 0) + 2)
        for rank in ranks { places[rank + 1] += 1 }
        for rank in 1..<places.count { places[rank] += places[rank - 1] }
        var placed = Array(repeating: 0, count: order.count)
        for (item, rank) in zip(order, ranks) {
            placed[places[rank]] = item
            places[rank] += 1
        }
        return placed
    }
}

extension Dictionary where Value == Int {
    /// How often `key` was asked for before.
    fileprivate mutating func next(_ key: Key) -> Int {
        let count = self[key, default: 0]
        self[key] = count + 1
        return count
    }
}
