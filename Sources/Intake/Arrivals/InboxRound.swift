import Files

/// One look at all inbox folders: what holds for it, what it may still ask, and what it has found.
struct InboxRound {
    /// So many files and forms one look reads for the first time, since reading is slow beside looking.
    ///
    /// Of a flood the first are taken before all were read; what was left is read by the next look, at once if there is nothing
    /// else to do.
    private static let mostQuestions = 1_000

    let steady: Int
    let wall: Int
    let patience: Patience
    let peeker: any Peeking
    let waitingRoom: WaitingRoom
    var look = Inbox.Look()
    private var questions = Self.mostQuestions

    init(steady: Int, wall: Int, patience: Patience, peeker: any Peeking, waitingRoom: WaitingRoom) {
        self.steady = steady
        self.wall = wall
        self.patience = patience
        self.peeker = peeker
        self.waitingRoom = waitingRoom
    }

    /// Takes one question more; where there are none left, what it was about waits for the next look.
    mutating func mayAsk() -> Bool {
        guard questions > 0 else {
            wait(until: steady)
            return false
        }
        questions -= 1
        return true
    }

    /// Counts something that is not whole, and looks again then at the latest.
    mutating func wait(until time: Int) {
        look.waiting += 1
        look.settlesAt = min(look.settlesAt ?? time, time)
    }
}
