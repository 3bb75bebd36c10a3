import Files
import Intake

/// The folders of the inbox as the last start left them (`State/folders.txt`), so that one that has gone since is missed and not
/// made anew in silence (FS11).
struct InboxRoll {
    private static let file: FileName = "folders.txt"
    private static let agencies: FileName = "agencies"
    private static let mostBytes = 16 << 20

    let state: Folder
    let channels: [Channel]

    /// Those that a start left there and that are there no more, as paths from the inbox; `agencies` where not even that is there.
    ///
    /// An agency of which no start knows is new.
    func gone(from inbox: Folder) throws(FileError) -> [String] {
        let known = try known()
        var gone: [String] = []
        for channel in channels where known.contains(channel.description) {
            do throws(FileError) {
                if try inbox.standing(at: channel.path) == nil { gone.append(channel.description) }
            } catch  where error.isForbidden || error.isNotFolder {
                // The look tells of it.
                continue
            }
        }
        guard gone.contains(where: isAgencys), try inbox.status(of: Self.agencies) == nil else { return gone }
        return gone.filter { !isAgencys($0) } + [Self.agencies.description]
    }

    /// Takes down those that are there from now on.
    func write(standingIn inbox: Folder) throws(FileError) {
        var standing: [Channel] = []
        for channel in channels where try isFolder(channel, in: inbox) { standing.append(channel) }
        let text = Array(standing.map { "\($0)\n" }.joined().utf8)
        guard try read() != text else { return }
        do throws(FileError) {
            try state.replaceDurably(Self.file, with: text, mode: 0o640)
        } catch  where error.isNoSpace {
            // What waits for room is intake; the next start takes it down.
            return
        }
    }

    /// Those that every start makes, where none has taken anything down yet.
    private func known() throws(FileError) -> Set<String> {
        guard let text = try read() else { return Set(channels.filter { $0.agency == nil }.map(\.description)) }
        return Set(String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init))
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
