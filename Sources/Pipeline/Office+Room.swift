import Delivery
import Files
import Intake
import Settings

/// Intake stops before a disk is full, so that what was begun can be ended; it goes on by itself.
extension Office {
    private static let roomIncident = "disk-full"
    private static let shortIncident = "disk-short"
    /// Files that may still be made; each package needs a few.
    private static let spareFiles = 1000
    /// How long what finds no room waits, in nanoseconds.
    private static let roomPause = 10_000_000_000

    /// Whether intake has stopped for want of room.
    var isOutOfRoom: Bool { incidents.contains(Self.roomIncident) }

    /// Whether something waits for room.
    var lacksRoom: Bool { isOutOfRoom || !roomless.isEmpty }

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
                    "the disk of \(place) has \(megabytes(space.freeBytes)) and \(space.freeInodes) files free; nothing more is taken in until \(megabytes(site.intake.reserve + site.intake.reserve / 4)) are"
            )
            return false
        }
        try closeIncident(Self.roomIncident)
        return true
    }

    /// Puts off the packages of a batch that would leave less free than must be; smaller ones are taken in meanwhile.
    ///
    /// - Parameter before: the batch that is being staged, and may not have been written yet.
    func fitting(_ hand: [InHand], after before: Staging?) throws -> [InHand] {
        var free = try outbox.space().freeBytes - site.intake.reserve
        for inHand in before?.hand ?? [] { free -= leaving(inHand) }
        var fitting: [InHand] = []
        var most = 0
        for inHand in hand {
            guard leaving(inHand) > max(0, free) else {
                free -= leaving(inHand)
                roomless.remove(inHand.claim.id)
                fitting.append(inHand)
                continue
            }
            most = max(most, inHand.stamps.bytes)
            roomless.insert(inHand.claim.id)
            putOff.append(
                PutOff(
                    claim: inHand.claim, tries: tried(inHand.claim), notBefore: machine.monotonic() + Self.roomPause))
        }
        if most > 0 {
            try openIncident(
                Self.shortIncident,
                effect:
                    "the disk of Outbox/ has no room for packages of up to \(megabytes(most)) beside the \(megabytes(site.intake.reserve)) that must stay free; they wait for it, smaller ones are taken in"
            )
        }
        return fitting
    }

    /// Says that there is room for all again; called where nothing more is ready.
    func closeRoom() throws {
        if roomless.isEmpty { try closeIncident(Self.shortIncident) }
    }

    /// How many bytes of a claim leave; what could not be read leaves nothing but a letter.
    private func leaving(_ inHand: InHand) -> Int { if case .package = inHand.read { inHand.stamps.bytes } else { 0 } }

    private func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000) MB" }
}
