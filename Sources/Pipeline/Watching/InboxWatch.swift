import Files
import Intake

/// Which inbox folders the kernel watches, and of which it has told nothing since they were last looked at.
///
/// What it tells is a hint to look; that it tells nothing spares a look only for a while (`Patience.trustsEvents`), and never in a
/// folder on a file system that others change without this kernel's knowing.
struct InboxWatch {
    private let watcher: Watcher
    private var channels: [Int32: Channel] = [:]
    private var told: Set<Channel> = []
    /// Folders that cannot be watched, so that each is told once.
    private var failing: Set<Channel> = []

    init(_ watcher: Watcher) { self.watcher = watcher }

    /// Watches each folder that is there, as what it is now: one that was replaced is another.
    mutating func renew(
        _ all: [Channel], in inbox: Folder, failed: (Folder, FileError) -> Void
    ) {
        for channel in all {
            // The look tells of a folder that cannot be opened.
            let folder = try? inbox.folder(at: channel.path)
            guard let folder, !folder.isNetworkFileSystem else {
                drop(channel)
                continue
            }
            do throws(FileError) {
                let number = try watcher.watch(folder)
                failing.remove(channel)
                guard channels[number] != channel else { continue }
                drop(channel)
                channels[number] = channel
                told.insert(channel)
            } catch {
                drop(channel)
                if failing.insert(channel).inserted { failed(folder, error) }
            }
        }
    }

    /// Takes in what the kernel told.
    mutating func take(_ wake: Wake) {
        told.formUnion(wake.overflowed ? Array(channels.values) : wake.folders.compactMap { channels[$0] })
        for number in wake.lost { channels[number] = nil }
    }

    /// The folders that need no look for anything that the kernel told; from now on it counts anew.
    mutating func untold() -> Set<Channel> {
        defer { told = [] }
        return Set(channels.values).subtracting(told)
    }

    private mutating func drop(_ channel: Channel) {
        for (number, watched) in channels where watched == channel { channels[number] = nil }
    }
}
