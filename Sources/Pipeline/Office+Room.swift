import Delivery
import Files
import Settings

/// Intake stops before a disk is full, so that what was begun can be ended; it goes on by itself.
extension Office {
    private static let roomIncident = "disk-full"
    /// Files that may still be made; each package needs a few.
    private static let spareFiles = 1000

    /// Whether intake has stopped for want of room.
    var isOutOfRoom: Bool { incidents.contains(Self.roomIncident) }

    /// Whether so many bytes more would leave what must be free.
    func leavesRoom(for bytes: Int) throws -> Bool { try state.space().freeBytes - bytes > site.intake.reserve }

    /// Whether there is room for more; it is told once when there is none, and once when there is again (Điều 13.7).
    ///
    /// Once intake has stopped it goes on only when a quarter more is free than must be, so that it does not stop and go.
    func hasRoom() throws -> Bool {
        let isFull = isOutOfRoom
        let bytes = site.intake.reserve + (isFull ? site.intake.reserve / 4 : 0)
        let files = Self.spareFiles + (isFull ? Self.spareFiles / 4 : 0)
        for (place, space) in [("State/", try state.space()), ("Outbox/", try outbox.space())]
        where space.freeBytes < bytes || space.freeInodes < files {
            try openIncident(
                Self.roomIncident,
                effect:
                    "the disk of \(place) has \(space.freeBytes / 1_000_000) MB and \(space.freeInodes) files free; nothing more is taken in until \((site.intake.reserve + site.intake.reserve / 4) / 1_000_000) MB are"
            )
            return false
        }
        try closeIncident(Self.roomIncident)
        return true
    }
}
