import Files

/// One look at all inbox folders: what holds for it, what it may still ask, and what it has found.
struct InboxRound {
    /// So many files and forms one look reads for the first time, since reading is slow beside looking.
    ///
    /// Of a flood the first are taken before all were read; what was left is read by the next look, at once if there is nothing
    /// else to do.
    private static let mostQuestions = 1_000

    /// So many bytes one look reads of the files in folders, for those that forms name otherwise.
    static let mostBytes = 200_000_000

    let steady: Int
    let wall: Int
    let patience: Patience
    let waitingRoom: WaitingRoom
    var look = Inbox.Look()
    private var questions = Self.mostQuestions
    private var bytesLeft = Self.mostBytes

    init(steady: Int, wall: Int, patience: Patience, waitingRoom: WaitingRoom) {
        self.steady = steady
        self.wall = wall
        self.patience = patience
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

    /// Takes so many bytes more to be read; where there are not as many left, what they belong to waits for the next look.
    mutating func mayRead(_ bytes: Int) -> Bool {
        guard bytes <= bytesLeft else {
            wait(until: steady)
            return false
        }
        bytesLeft -= bytes
        return true
    }

    /// Counts something that is not whole, and looks again then at the latest.
    mutating func wait(until time: Int) {
        look.waiting += 1
        look.settlesAt = min(look.settlesAt ?? time, time)
    }
}
