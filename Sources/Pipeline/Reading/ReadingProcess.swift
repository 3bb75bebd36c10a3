import Bytes
import Documents
import Files

/// A process that reads for the house, from its start until it is let go or lost.
struct ReadingProcess: Sendable {
    private let companion: Companion
    private let limits: Limits
    /// What it found that it can do no more.
    let holds: Seal.Holds

    /// Starts one and lends it the folders beneath which it may read.
    ///
    /// Throws `ReadingFailed` where it does not come up, and a `FileError` where it cannot be started.
    ///
    /// - Parameter pauses: after which it is tried again where the machine has no means, in nanoseconds.
    init(
        executable: String, schema: XMLSchema, limits: Limits, roots: [Folder], pausing pauses: [Int] = Shortage.pauses
    ) throws {
        // A trap must end it at once, not make it look for its own symbols, which it may not read.
        companion = try Shortage.overcome(pausing: pauses) { () throws(FileError) in
            try Companion(
                executable: executable, arguments: [ReadingServer.command],
                environment: ["SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8"])
        }
        self.limits = limits
        let request = ReadingRequest.open(schema: schema.source, limits: limits)
        let answer: ReadingAnswer
        do {
            answer = try Self.exchange(companion, request, lending: roots, limits: limits, seconds: 60)
        } catch let error as CompanionLost {
            throw ReadingFailed(what: "anything", why: error.description)
        }
        guard case .sealed(let holds) = answer else {
            throw ReadingFailed(what: "anything", why: "it did not say that it has given up its rights")
        }
        self.holds = holds
    }

    /// Whether it has ended without being asked to.
    var hasEnded: Bool { companion.hasEnded }

    /// Asks one thing of one folder; throws `CompanionLost` where that ended it.
    ///
    /// - Parameter seconds: of processor time; the patience of the wall's clock is several times that, for slow disks.
    func ask(_ request: ReadingRequest, lending folder: Folder, seconds: Int) throws -> ReadingAnswer {
        try Self.exchange(
            companion, request, lending: [folder], limits: limits, seconds: seconds)
    }

    private static func exchange(
        _ companion: Companion, _ request: ReadingRequest, lending folders: [Folder], limits: Limits,
        seconds: Int
    ) throws -> ReadingAnswer {
        let bytes = try companion.exchange(
            request.wired, lending: folders, limit: limits.answerBytes, seconds: seconds,
            patience: .seconds(30 + 4 * seconds))
        do throws(ParseError) {
            return try ReadingAnswer(wired: bytes, room: limits.answerBytes)
        } catch {
            // What it says is no answer of ours: it is not itself any more.
            throw CompanionLost(signal: nil, wasSlow: false)
        }
    }
}
