import Dossiers
import Files
import Intake

/// The order in which what is ready is taken.
extension Office {
    /// Up to so many all come into one batch, and nobody waits for anybody.
    private static let peacefulQueue = batchSize
    /// Names in one question to a process that reads.
    private static let namesEachTime = 256
    /// Names of one folder that are asked about each time.
    ///
    /// Of more, those that came first, which are taken next, and those that came last, so that nobody who comes after a flood waits
    /// for it. The others count as one sender's until they are asked about.
    private static let mostNames = 1_024

    /// The positions of what is ready, in turn: the inbox folders, and in each its senders.
    ///
    /// Who sends what is only looked into where a queue has formed.
    func inTurn(_ ready: ReadyArrivals) throws -> [Int] {
        guard ready.count > Self.peacefulQueue else { return Array(ready.indices) }
        try askSenders(of: ready)
        return Turns.order(
            ready.lazy.map { [self] in
                Turns.Waiting(channel: $0.channel, sender: knownSender(of: $0) ?? nil, since: $0.since)
            })
    }

    /// Nil where nobody asked yet.
    private func knownSender(of arrival: Arrival) -> String?? {
        guard let names = knownSenders[arrival.channel], let known = names.position(of: arrival.name),
            names[known].since == arrival.since
        else { return nil }
        return names[known].account
    }

    private func askSenders(of ready: ReadyArrivals) throws {
        var unknown: [Channel: [Int]] = [:]
        for (position, arrival) in ready.enumerated() {
            if let account = knownSender(of: arrival) {
                know(account, sent: arrival)
            } else {
                unknown[arrival.channel, default: []].append(position)
            }
        }
        for (channel, positions) in unknown {
            let folder = try inbox.folder(at: channel.path)
            let asked =
                positions.count > Self.mostNames
                ? positions.prefix(Self.mostNames / 2) + positions.suffix(Self.mostNames / 2) : positions[...]
            let questions = stride(from: 0, to: asked.count, by: Self.namesEachTime).map {
                asked.dropFirst($0).prefix(Self.namesEachTime).map { ready[$0] }
            }
            let peeker = reader.peeker(of: channel)
            let answers = try workers.map(questions) { try peeker.senders(folder, $0.map(\.name)) }
            for (arrival, account) in zip(questions.joined(), answers.joined()) { know(account, sent: arrival) }
        }
        for channel in knownSenders.keys { knownSenders[channel]?.forgetUnseen() }
    }

    private func know(_ account: String?, sent arrival: Arrival) {
        let sender = (account: account, since: arrival.since)
        let position = knownSenders[arrival.channel, default: NameTable()].see(arrival.name, new: sender)
        knownSenders[arrival.channel]?[position] = sender
    }
}
