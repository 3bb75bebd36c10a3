import Dossiers
import Files
import Intake

/// The order in which what is ready is taken.
extension Office {
    /// Up to so many all come into one batch, and nobody waits for anybody.
    private static let peacefulQueue = batchSize
    /// Names in one question to a process that reads.
    private static let namesEachTime = 256

    /// What is ready, in turn: the inbox folders, and in each its senders.
    ///
    /// Who sends what is only looked into where a queue has formed.
    func inTurn(_ ready: [Arrival]) throws -> [Arrival] {
        guard ready.count > Self.peacefulQueue else { return ready }
        let senders = try senders(of: ready)
        let waiting = ready.map { Turns.Waiting(channel: $0.channel, sender: senders[$0] ?? nil, since: $0.since) }
        return Turns.order(waiting).map { ready[$0] }
    }

    /// The accounts that what is ready names, asked once for each arrival.
    private func senders(of ready: [Arrival]) throws -> [Arrival: String?] {
        var known: [Arrival: String?] = [:]
        var questions: [(folder: Folder, arrivals: [Arrival])] = []
        for (channel, arrivals) in Dictionary(grouping: ready, by: \.channel) {
            let unknown = arrivals.filter { arrival in
                guard let sender = knownSenders[arrival] else { return true }
                known[arrival] = sender
                return false
            }
            guard !unknown.isEmpty else { continue }
            let folder = try inbox.folder(at: channel.path)
            for start in stride(from: 0, to: unknown.count, by: Self.namesEachTime) {
                questions.append((folder, Array(unknown[start..<min(start + Self.namesEachTime, unknown.count)])))
            }
        }
        let answers = try workers.map(questions) { [reader] question in
            try reader.senders(question.folder, question.arrivals.map(\.name))
        }
        for (question, answer) in zip(questions, answers) {
            for (arrival, sender) in zip(question.arrivals, answer) { known[arrival] = sender }
        }
        knownSenders = known
        return known
    }
}
