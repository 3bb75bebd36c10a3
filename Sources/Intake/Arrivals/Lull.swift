import Files

/// What a look through an inbox folder found that had nothing to hand over: it holds for as long as nothing happens there.
struct Lull {
    /// The folder itself before it was looked through: a name that comes or goes changes it.
    let place: FileStatus
    /// When it was looked through, in nanoseconds of the steady clock and in seconds of the machine's.
    let steady: Int
    let wall: Int
    /// When the next thing in it may be whole, by the steady clock; nil where only something absent is waited for.
    let settlesAt: Int?
    /// When the first thing in it is not waited for any more, by the machine's clock.
    let waitsUntil: Int?
    /// What waits in it, other than `silent`.
    let waiting: Int
    /// Where those stand of which no event of this folder tells: folders, in which files come and change, and files with another
    /// name, which may go.
    let silent: [Int]

    /// Whether it holds still, as far as can be told without a look at the names.
    func holds(_ place: FileStatus, _ round: InboxRound) -> Bool {
        // A clock that was set back starts every waiting anew.
        place == self.place && round.wall >= wall && waitsUntil.map { round.wall < $0 } ?? true
            && settlesAt.map { round.steady < $0 } ?? true && round.steady - steady < round.patience.trustsEvents
    }
}
