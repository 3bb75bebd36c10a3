package import Files

/// Looks through the inbox folders and says what lies there whole.
///
/// Kernel events are only hints for when to look; this look is the truth.
package struct Inbox {
    /// What one look found.
    package struct Look: Sendable {
        package var ready: [Arrival] = []
        /// Things that are still being written, or that wait for something absent.
        package var waiting = 0
        /// When the next of them may be whole, in nanoseconds of the steady clock; nil where only something absent is waited for.
        package var settlesAt: Int?
        /// Names that were not touched, with the reason; told once each.
        package var irregular: [String] = []
        /// How long the look took, in nanoseconds.
        package var took = 0
        /// Folders that could not be listed: an incident, not an empty folder (FS11).
        package var unreadable: [(channel: Channel, error: FileError)] = []
    }

    private let folder: Folder
    private let peeker: any Peeking
    private let patience: Patience
    private var dropFolders: [DropFolder]
    private var waitingRoom: WaitingRoom

    package init(
        folder: Folder, channels: [Channel], patience: Patience, peeker: any Peeking, waitingRoom: WaitingRoom
    ) {
        self.folder = folder
        dropFolders = channels.map { DropFolder(channel: $0) }
        self.patience = patience
        self.peeker = peeker
        self.waitingRoom = waitingRoom
    }

    /// Looks at every folder.
    ///
    /// - Parameters:
    ///   - steady: nanoseconds of the steady clock, for quiet.
    ///   - wall: seconds of the machine's clock, for patience, which outlives the process.
    package mutating func look(steady: Int, wall: Int) throws -> Look {
        let start = MachineClock.monotonic()
        var round = InboxRound(steady: steady, wall: wall, patience: patience, peeker: peeker, waitingRoom: waitingRoom)
        for position in dropFolders.indices {
            do {
                let here = try folder.folder(at: dropFolders[position].channel.path, create: false)
                try dropFolders[position].look(here, &round)
            } catch let error as FileError {
                round.look.unreadable.append((dropFolders[position].channel, error))
            }
        }
        try round.waitingRoom.endLook()
        waitingRoom = round.waitingRoom
        round.look.took = MachineClock.monotonic() - start
        round.look.ready.sort { $0.since != $1.since ? $0.since < $1.since : $0.name < $1.name }
        return round.look
    }
}
