import Files
import Simulation

/// The mail program of the stories: it takes a letter into a queue of its own on the same disk, and says so once it lasts there.
///
/// Its own calls are counted and fail like hoso's: then it says that it has not taken the letter.
struct StoryPost: Sendable {
    /// Beside the site.
    static let folder: FileName = "mailed"

    let calls: SimulatedCalls

    func take(_ letter: [UInt8]) -> ChildProcess.Outcome {
        var outcome = ChildProcess.Outcome()
        do {
            let queue = try Folder(path: "/\(Self.folder)", calls: calls)
            let count = try queue.entries().count { !$0.description.hasPrefix(".") }
            try queue.replaceDurably(FileName.literal("\(count)"), with: letter)
            outcome.status = 0
        } catch {
            // EX_TEMPFAIL of sysexits.h.
            outcome.status = 75
        }
        return outcome
    }
}
