package import Files

/// Looks through the inbox folders and says what lies there whole.
///
/// Kernel events are only hints for when to look; this look is the truth.
package struct Inbox {
    /// What one look found.
    package struct Look: Sendable {
        package var ready = ReadyArrivals()
        /// Things that are still being written, or that wait for something absent.
        package var waiting = 0
        /// When the next of them may be whole, in nanoseconds of the steady clock; nil where only something absent is waited for.
        package var settlesAt: Int?
        /// Names that were not touched, with the reason; told once each.
        package var irregular: [String] = []
        /// Folders that could not be listed: an incident, not an empty folder (FS11).
        package var unreadable: [(channel: Channel, error: FileError)] = []
        /// Forms that lack files and were not asked about them yet.
        package var lacking: [LackingForm] = []
        /// How long the look took, in nanoseconds of whoever looked.
        package var took = 0
    }

    private let folder: Folder
    private let patience: Patience
    private var dropFolders: [DropFolder]
    private let waitingRoom: WaitingRoom

    /// - Parameter peeker: who looks into what comes by a channel.
    package init(
        folder: Folder, channels: [Channel], patience: Patience, waitingRoom: WaitingRoom,
        peeker: (Channel) -> any Peeking
    ) {
        self.folder = folder
        dropFolders = channels.map { DropFolder(channel: $0, peeker: peeker($0)) }
        self.patience = patience
        self.waitingRoom = waitingRoom
    }

    /// Looks at every folder.
    ///
    /// - Parameters:
    ///   - steady: nanoseconds of the steady clock, for quiet.
    ///   - wall: seconds of the machine's clock, for patience, which outlives the process.
    ///   - untold: folders that the kernel watches and of which it has told nothing since the last look. Their names are not read
    ///     again where that look had nothing to hand over and nothing in them can have become whole since.
    package mutating func look(steady: Int, wall: Int, untold: Set<Channel> = []) throws -> Look {
        var round = InboxRound(steady: steady, wall: wall, patience: patience, waitingRoom: waitingRoom)
        for position in dropFolders.indices {
            do {
                let here = try folder.folder(at: dropFolders[position].channel.path, create: false)
                let isUntold = untold.contains(dropFolders[position].channel)
                try dropFolders[position].look(here, isUntold: isUntold, &round)
            } catch let error as FileError {
                round.look.unreadable.append((dropFolders[position].channel, error))
            }
        }
        if dropFolders.contains(where: \.hasNewWaiting) {
            try waitingRoom.keep(dropFolders)
            for position in dropFolders.indices { dropFolders[position].hasNewWaiting = false }
        }
        round.look.ready.sort()
        return round.look
    }

    /// What the last look saw in a folder, without what was claimed since; nil where it was not looked through yet.
    package func backlog(of channel: Channel) -> Backlog? {
        dropFolders.first { $0.channel == channel }?.backlog
    }

    /// Notes that what these forms lack was looked for, so that it is once.
    package mutating func asked(_ forms: some Sequence<LackingForm>) {
        for form in forms {
            guard let folder = dropFolders.firstIndex(where: { $0.channel == form.channel }),
                let position = dropFolders[folder].known.position(of: form.form)
            else { continue }
            dropFolders[folder].known[position].isAsked = true
        }
    }

    /// Takes what was claimed off the backlog.
    package mutating func claimed(_ arrivals: some Sequence<Arrival>) {
        for arrival in arrivals {
            guard let position = dropFolders.firstIndex(where: { $0.channel == arrival.channel }) else { continue }
            dropFolders[position].backlog?.take(1 + arrival.companions.count)
        }
    }
}
