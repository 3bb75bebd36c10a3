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
        let ranked = byAge.map { index in
            let rank = ofSender[Sender(waiting[index]), default: 0]
            ofSender[Sender(waiting[index])] = rank + 1
            return (index: index, rank: rank)
        }
        var ofChannel: [Key: Int] = [:]
        let placed = stable(ranked) { $0.rank }.map { item in
            let place = ofChannel[waiting[item.index].channel, default: 0]
            ofChannel[waiting[item.index].channel] = place + 1
            return (index: item.index, place: place)
        }
        return stable(placed) { $0.place }.map(\.index)
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

    /// By rank, and among equals as they stood.
    private static func stable<Item>(_ items: [Item], by rank: (Item) -> Int) -> [Item] {
        items.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }
}
