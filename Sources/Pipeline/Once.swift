import Dossiers
import Files
import Foundation
import Intake
import Settings

/// One pass over the inbox: what is whole is taken, what is still being written is waited for.
extension Office {
    /// Claims in hand at one time: the share of a commit's sync that each pays.
    static let batchSize = 64

    /// Takes in all that lies in the inbox; leaves there only what still waits for an absent file.
    package func once(_ report: ([Outcome]) -> Void = { _ in }) throws {
        while true {
            let found = try lookAround()
            if try takeReady(found.ready, report) > 0 { continue }
            guard let settlesAt = found.settlesAt else { return }
            let wait = max(1_000_000, settlesAt - MachineClock.monotonic())
            Thread.sleep(forTimeInterval: Double(wait) / 1e9)
        }
    }

    /// Takes what is ready, batch by batch, and says how much that was.
    @discardableResult
    func takeReady(_ ready: [Arrival], _ report: ([Outcome]) -> Void) throws -> Int {
        var taken = 0
        for start in stride(from: 0, to: ready.count, by: Self.batchSize) {
            let batch = try claims.claim(ready[start..<min(start + Self.batchSize, ready.count)])
            let outcomes = try take(batch)
            try mailer?.send()
            taken += batch.count
            report(outcomes)
        }
        return taken
    }

    /// Looks through the inbox; a folder that cannot be listed is an incident, not an empty one.
    func lookAround() throws -> Inbox.Look {
        let found = try look.look(steady: MachineClock.monotonic(), wall: MachineClock.realtime().seconds)
        for name in found.irregular { say("not touched, since it is no plain file or folder: Inbox/\(name)") }
        let unreadable = Set(found.unreadable.map { "inbox-unreadable:\($0.channel)" })
        for (channel, error) in found.unreadable {
            try openIncident("inbox-unreadable:\(channel)", effect: "Inbox/\(channel) cannot be listed: \(error)")
        }
        for kind in incidents.subtracting(unreadable) where kind.hasPrefix("inbox-unreadable:") {
            try closeIncident(kind)
        }
        return found
    }

    /// The folders that are looked through.
    func inboxFolders() throws(FileError) -> [Folder] {
        var folders: [Folder] = []
        for channel in Channel.all(agencies: site.catalogue.agencies.keys) {
            folders.append(try inbox.folder(at: channel.path, create: true))
        }
        return folders
    }
}
