import Bytes
import Files
import Intake
import Settings

/// One bad package costs itself a retry, never the batch.
extension Office {
    /// How often a claim that somebody still writes to is looked at again before it is given up.
    private static let patientTries = 30
    /// How often one that somebody has open is put off before a copy takes its place.
    private static let triesBeforeCopy = 10

    /// Leaves out what could not be read this time, to be tried again in its turn; after some tries it is unreadable.
    func settled(_ hand: [InHand]) throws -> [InHand] {
        try hand.compactMap { inHand in
            if isGivenUp(inHand.claim) {
                let error = ParseError(.incomplete, "somebody still writes to it after \(Self.patientTries) looks")
                return InHand(claim: inHand.claim, stamps: inHand.stamps, read: .unreadable(error))
            }
            if case .written = inHand.read {
                try putOff(written: inHand.claim)
                return nil
            }
            guard case .unfinished(let lost) = inHand.read else { return inHand }
            let tries = tried(inHand.claim) + 1
            guard tries >= site.limits.readTries else {
                putOff.append(PutOff(claim: inHand.claim, tries: tries, notBefore: 0))
                metrics.countWorkerDeath()
                say(
                    LogEvent(
                        .readerLost,
                        "\(open: inHand.claim.id): reading it failed, \(open: "\(lost)"); it will be tried again",
                        ["claim": "\(open: inHand.claim.id)", "tries": "\(tries)"]))
                return nil
            }
            let error = ParseError(.limits, "reading it was given up after \(tries) tries: \(lost)")
            return InHand(claim: inHand.claim, stamps: inHand.stamps, read: .unreadable(error))
        }
    }

    /// Leaves out what was written to since it was read, which shows by its stamps or was found by staging; nil where nothing
    /// was.
    func unchanged(_ hand: [InHand], except found: [String]) throws -> [InHand]? {
        let found = Set(found)
        let changed = try hand.filter { inHand in
            try found.contains(inHand.claim.id)
                || !isGivenUp(inHand.claim) && Stamps(of: inHand.claim.folder) != inHand.stamps
        }.map(\.claim)
        guard !changed.isEmpty else { return nil }
        for claim in changed { putOffQuiet(claim) }
        let names = Set(changed.map(\.id))
        return hand.filter { !names.contains($0.claim.id) }
    }

    /// Puts off a claim that somebody still has open; after enough tries a copy takes its place, to which nobody can write.
    private func putOff(written claim: Claim) throws {
        if tried(claim) >= Self.triesBeforeCopy, try leavesRoom(for: Stamps(of: claim.folder).bytes) {
            do {
                try claim.folder.copyWrittenFiles(most: site.limits.packageBytes)
                say(
                    LogEvent(
                        .copied,
                        "\(open: claim.id): somebody still had it open for writing after \(tried(claim)) looks; a copy is taken in, and what is written from now on is not",
                        ["claim": "\(open: claim.id)"]))
            } catch let error as FileError
                where error.isShortened || error.isTooLarge || error.isSendersFault || error.isNoSpace
            {
                // He writes to it just now, or the disk has no room for it twice: the next look may be luckier, and after some it is
                // given up.
                try claim.folder.removeDraft()
            }
        }
        putOffQuiet(claim)
    }

    /// Puts off a claim until it may have been quiet.
    private func putOffQuiet(_ claim: Claim) {
        let later = machine.monotonic() + max(100_000_000, Int(site.intake.settleAfter * 1e9))
        putOff.append(PutOff(claim: claim, tries: tried(claim) + 1, notBefore: later))
    }

    /// Whether somebody has written to the claim for so long that it is given up.
    private func isGivenUp(_ claim: Claim) -> Bool { tried(claim) >= Self.patientTries }

    /// The claims that may be tried again now, at most `most`.
    func dueAgain(most: Int) -> [Claim] {
        let now = machine.monotonic()
        let due = putOff.filter { $0.notBefore <= now }.prefix(most).map(\.claim)
        let names = Set(due.map(\.id))
        for item in putOff where names.contains(item.claim.id) { tries[item.claim.id] = item.tries }
        putOff.removeAll { names.contains($0.claim.id) }
        return due
    }

    func tried(_ claim: Claim) -> Int { tries[claim.id] ?? 0 }
}
