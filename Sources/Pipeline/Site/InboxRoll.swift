import Files
import Intake

/// The folders of the inbox as the last start left them (`State/folders.txt`), so that one that has gone since is missed and not
/// made anew in silence (FS11).
struct InboxRoll {
    private static let file: FileName = "folders.txt"
    private static let agencies: FileName = "agencies"
    private static let mostBytes = 16 << 20
    /// Stands before a path that was made anew, and of which nobody was told yet.
    private static let untold = "! "

    let state: Folder
    let channels: [Channel]

    /// Those that a start left there and that are there no more, as paths from the inbox; `agencies` where not even that is there.
    ///
    /// An agency of which no start knows is new. Of what a start made anew that did not come to telling it, it is told as well.
    func gone(from inbox: Folder) throws(FileError) -> [String] {
        let lines = try lines()
        var gone = (lines ?? []).filter { $0.hasPrefix(Self.untold) }.map { String($0.dropFirst(Self.untold.count)) }
        let known = Set(lines ?? channels.filter { $0.agency == nil }.map(\.description)).subtracting(gone)
        for channel in channels where known.contains(channel.description) {
            do throws(FileError) {
                if try inbox.standing(at: channel.path) == nil { gone.append(channel.description) }
            } catch  where error.isForbidden || error.isNotFolder {
                // The look tells of it.
                continue
            }
        }
        guard gone.contains(where: isAgencys), !gone.contains(Self.agencies.description),
            try inbox.status(of: Self.agencies) == nil
        else { return gone }
        return gone.filter { !isAgencys($0) } + [Self.agencies.description]
    }

    /// Takes down those that are there from now on.
    ///
    /// - Parameter untold: what is to be made anew, and told after that.
    func write(standingIn inbox: Folder, untold: [String] = []) throws(FileError) {
        var standing: [Channel] = []
        for channel in channels where try isFolder(channel, in: inbox) { standing.append(channel) }
        let lines = standing.map(\.description) + untold.map { Self.untold + $0 }
        let text = Array(lines.map { "\($0)\n" }.joined().utf8)
        guard try read() != text else { return }
        do throws(FileError) {
            try state.replaceDurably(Self.file, with: text, mode: 0o640)
        } catch  where error.isNoSpace {
            // What waits for room is intake; the next start takes it down.
            return
        }
    }

    /// Nil where no start has taken anything down yet.
    private func lines() throws(FileError) -> [String]? {
        try read().map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) }
    }

    private func read() throws(FileError) -> [UInt8]? {
        guard try state.status(of: Self.file) != nil else { return nil }
        return try state.readAll(Self.file, limit: Self.mostBytes)
    }

    /// Whether a folder stands there, be it one that we may not open: nothing has gone where another thing is taken away.
    private func isFolder(_ channel: Channel, in inbox: Folder) throws(FileError) -> Bool {
        do throws(FileError) {
            return try inbox.standing(at: channel.path) != nil
        } catch  where error.isForbidden {
            return true
        } catch  where error.isNotFolder {
            return false
        }
    }

    private func isAgencys(_ path: String) -> Bool { path.hasPrefix("\(Self.agencies)/") }
}
