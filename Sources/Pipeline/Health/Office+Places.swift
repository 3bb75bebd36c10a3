import Delivery
import Files
import Settings

/// Where the folders stand that are shared with others: one that was moved away, replaced or mounted over is told, never served
/// in silence (FS11).
extension Office {
    /// Whether another folder stands where Inbox or Outbox was opened, so that the site is to be opened again.
    func isDisplaced() throws -> Bool {
        let places = [
            ("Inbox", site.folders.inbox, try inbox.place()), ("Outbox", site.folders.outbox, try outbox.place()),
        ]
        for (name, path, place) in places {
            switch place {
            case .itself: try closeIncident("folder-gone:\(name)")
            case .another: return true
            case .nothing:
                try openIncident(
                    "folder-gone:\(name)",
                    effect:
                        "\(path) is not there any more: it was moved away or cannot be reached, so that others do not reach it. Nothing more is taken in until it is back."
                )
            }
        }
        return false
    }

    /// Whether folders of the outbox were replaced or went since they were opened: what leaves goes into those that stand there
    /// now, and what was staged and not committed is to be staged again.
    ///
    /// One that went is made anew, and told: who fetches from it may look at where it is now.
    @discardableResult
    func outboxIsDisplaced() throws -> Bool {
        let displaced = try outbox.folders.letGoOfDisplaced()
        for (path, place) in displaced where outboxFolders.contains(path) {
            guard place == .nothing else {
                say("another folder stands where Outbox/\(open: path) was: what leaves goes there from now on")
                continue
            }
            do {
                try outbox.folders.folder(path)
            } catch let error as FileError where error.isNotFolder {
                // Nothing leaves then, and that is told.
                continue
            }
            try openIncident(
                "\(Self.madeIncident)Outbox/\(path)",
                effect:
                    "Outbox/\(path) was not there any more and was made anew: whoever fetches from it may look at another folder."
            )
        }
        return !displaced.isEmpty
    }

    private static let madeIncident = "folder-made:"

    /// A site that has run had them: who sends or fetches may look at another folder, as where a disk is not mounted.
    func tellMadeAnew(_ folders: [String]) throws {
        let kinds = folders.map { Self.madeIncident + $0 }
        for kind in incidents.sorted() where kind.hasPrefix(Self.madeIncident) && !kinds.contains(kind) {
            try closeIncident(kind)
        }
        for (name, kind) in zip(folders, kinds) {
            try openIncident(
                kind,
                effect:
                    "\(name) was not there and was made anew: whoever sends or fetches may look at another folder. Where it lies on a disk of its own, mount that; hoso then goes on there."
            )
        }
    }

    private static let closedIncident = "folder-closed:Outbox/"

    /// Whether intake has stopped since the outbox is gone, or a folder of it may not be written.
    var isShutOut: Bool { isOutboxGone || incidents.contains { $0.hasPrefix(Self.closedIncident) } }

    /// Whether what leaves would be found by whom it is for: another outbox is to be opened before anything leaves again.
    func outboxStands() throws -> Bool {
        isOutboxGone = try outbox.place() != .itself
        return !isOutboxGone
    }

    /// Whether the outbox stands and every folder of it may be written: else nothing is taken in, since what is begun has to
    /// leave.
    func mayLeave() throws -> Bool {
        guard try outboxStands() else { return false }
        let closed = try outbox.closed(among: outboxFolders)
        for (path, why) in closed {
            let what =
                switch why {
                case .mayNotBeWritten:
                    "may not be written by the user whom hoso runs as, or its disk is mounted read-only; nothing more is taken in until it may."
                case .isNoFolder:
                    "is no folder, or a symbolic link, which hoso does not follow; nothing more is taken in until it is one."
                }
            try openIncident(Self.closedIncident + path, effect: "Outbox/\(path) \(what)")
        }
        let kinds = closed.map { Self.closedIncident + $0.path }
        let over = incidents.filter { $0.hasPrefix(Self.closedIncident) && !kinds.contains($0) }
        for kind in over.sorted() { try closeIncident(kind) }
        return closed.isEmpty
    }
}
