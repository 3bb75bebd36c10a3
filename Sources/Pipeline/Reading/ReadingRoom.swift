import Bytes
import Documents
import Dossiers
import Files
import Intake
import Settings
import Signatures
private import Synchronization

/// Reads what came from outside, in processes apart or in this one, and answers with values alone.
///
/// A process serves one claim at a time, and in turn many things that came by the same folder of the inbox, so that one that a
/// citizen's file has taken over never answers for a bank or an agency; one that dies or hangs over a claim is replaced.
final class ReadingRoom: Sendable {
    /// A process is let go after so many questions, and its memory with it.
    private static let questions = 2_000

    /// So many wait for the next question while there is work, since a province has as many folders that take turns: each takes
    /// two of the house's open files, three while it is asked, and half a thousand are for other things.
    private static let mostIdle = min(160, max(mostAtRest, (OpenFiles.most - 512) / 3))
    /// So many of those that nobody has asked anything for a while.
    private static let mostAtRest = 24
    /// How long one waits beyond those, in nanoseconds.
    private static let patience = 30_000_000_000

    private struct Seat: Sendable {
        let process: ReadingProcess
        /// The folder of the inbox that it serves; nil where it was started to see what it can do.
        let channel: Channel?
        var asked = 0
        /// By the steady clock, in nanoseconds.
        var waitsSince = 0
    }

    private let place: ReadingPlace
    private let schema: XMLSchema
    private let limits: Limits
    private let roots: [Folder]
    private let here: ClaimReader
    private let site: Site
    /// By what signatures are judged; renewed where the anchors or lists change.
    private let validation: Mutex<Validation>
    /// For what is not asked to be valid: there no program is started.
    private let shallow: Validation
    private let clock: LawClock
    /// Those used last come last.
    private let idle = Mutex<[Seat]>([])

    /// - Parameter roots: the folders beneath which everything lies that will be read.
    init(site: Site, place: ReadingPlace, roots: [Folder], validation: Validation, clock: LawClock) {
        self.place = place
        self.roots = roots
        schema = site.packageSchema
        limits = site.limits
        here = ClaimReader(schema: site.packageSchema, limits: site.limits)
        self.site = site
        self.validation = Mutex(validation)
        shallow = Validation(depth: .integrity, limits: site.limits)
        self.clock = clock
    }

    /// What is read from now on is judged by these anchors and lists.
    func judge(by validation: Validation) { self.validation.withLock { $0 = validation } }

    /// What was read, of whose signatures nothing is known yet.
    struct Unjudged: Sendable {
        fileprivate let read: Read

        /// A claim that is not read this time, since somebody still writes to it.
        static var written: Unjudged { Unjudged(read: .written) }

        fileprivate var package: Package? { if case .package(let package) = read { package } else { nil } }
    }

    /// Reads one claim; `unfinished` where that ended the process that did it.
    ///
    /// Throws only where our own disk fails.
    ///
    /// - Parameter bytes: how much there is to read, by which its time is measured.
    func read(_ claim: Claim, bytes: Int) throws -> Unjudged { Unjudged(read: try readOnly(claim, bytes: bytes)) }

    /// Has the signatures of several claims judged: what can be found out of their certificates together is found out first.
    func judge(_ unjudged: [Unjudged], on workers: Workers) throws -> [Read] {
        let (now, validation) = (clock.now, validation.withLock { $0 })
        func isDeep(_ package: Package) -> Bool { site.asksForValues(in: package.message, now: now) }
        let claims = unjudged.compactMap(\.package).filter(isDeep).flatMap(\.claims)
        _ = try workers.map(validation.questions(of: claims, now: now.seconds)) { validation.findOut($0) }
        let judging = unjudged.map { $0.package.map(isDeep) == true ? validation : shallow }
        return try workers.map(Array(zip(unjudged, judging))) { unjudged, validation in
            guard let package = unjudged.package else { return unjudged.read }
            return .package(package.judged(by: validation, now: now.seconds))
        }
    }

    /// Has the signatures of one package judged that was put together here.
    func judge(_ package: Package, on workers: Workers) throws -> Package {
        let judged = try judge([Unjudged(read: .package(package))], on: workers)
        return if case .package(let package)? = judged.first { package } else { package }
    }

    private func checked(_ paper: Paper?) -> Read {
        if let paper, !paper.isPossible(limits) {
            return .unreadable(ParseError(.malformed, "what its reader says is none: a file's facts"))
        }
        return .stray(paper)
    }

    private func checked(_ package: Package, of claim: Claim) -> Read {
        do throws(ParseError) {
            return .package(try package.checked(channel: claim.channel, limits: limits))
        } catch {
            return .unreadable(error)
        }
    }

    private func readOnly(_ claim: Claim, bytes: Int) throws -> Read {
        guard case .apart(let executable) = place else {
            do {
                let read = try here.read(claim)
                return switch read {
                case .package(let package): checked(package, of: claim)
                case .stray(let paper): checked(paper)
                default: read
                }
            } catch let error as FileError where error.isForbidden {
                return try here.hindered(claim) ?? { throw error }()
            }
        }
        let seconds = limits.readSeconds(for: bytes)
        let answer: ReadingAnswer
        do {
            answer = try ask(.read(claim.channel), claim.folder, of: claim.channel, by: executable, seconds: seconds)
        } catch let lost as CompanionLost {
            return .unfinished(lost)
        }
        switch answer {
        case .package(let package): return checked(package, of: claim)
        case .unreadable(let code, let message, let offset, let line):
            var said = String.UnicodeScalarView()
            said.append(contentsOf: message.unicodeScalars.prefix(1_000).filter { !PlainText.misleads($0) })
            return .unreadable(ParseError(code, String(said), at: offset, line: line))
        case .stray(let paper): return checked(paper)
        case .failed:
            // Whether the sender or our disk keeps it from reading, the house finds too; else the fault is its own.
            return try here.hindered(claim) ?? .unfinished(CompanionLost(signal: nil, wasSlow: false))
        default: return .unfinished(CompanionLost(signal: nil, wasSlow: false))
        }
    }

    /// Who looks into what came by a folder of the inbox, before it is claimed.
    func peeker(of channel: Channel) -> any Peeking {
        guard case .apart(let executable) = place else { return Peeker(limits: limits) }
        return ReadingPeeker(room: self, executable: executable, channel: channel)
    }

    /// What a process found that it can do no more; nil where reading happens here.
    func holds() throws -> Seal.Holds? {
        guard case .apart(let executable) = place else { return nil }
        let seat = try sit(executable, for: nil)
        return seat.process.holds
    }

    /// Asks a process that serves a folder of the inbox, and nobody else's.
    ///
    /// Throws `CompanionLost` where that ended it.
    func ask(
        _ request: ReadingRequest, _ folder: Folder, of channel: Channel, by executable: String, seconds: Int? = nil
    ) throws -> ReadingAnswer {
        var seat = try sit(executable, for: channel)
        let answer = try seat.process.ask(request, lending: folder, seconds: seconds ?? limits.readSeconds)
        seat.asked += 1
        // One that was lost, or did not answer what was asked, is not put back; letting go of it ends it.
        if request.suits(answer), seat.asked < Self.questions { keep(seat) }
        return answer
    }

    private func keep(_ seat: Seat) {
        var seat = seat
        seat.waitsSince = MachineClock.monotonic()
        // What is let go of ends once the lock is free.
        _ = idle.withLock { idle in
            idle.append(seat)
            // Any of them: of more folders than seats that take turns, the one that has waited longest would always be the next needed.
            return idle.count > Self.mostIdle ? idle.remove(at: .random(in: idle.indices)) : nil
        }
    }

    /// How many processes wait for the next question.
    var waiting: Int { idle.withLock(\.count) }

    /// Lets go of processes that nobody has asked anything for a while, but for those used last.
    func rest(patience: Int = patience) {
        let latest = MachineClock.monotonic() - patience
        // What is let go of ends once the lock is free.
        _ = idle.withLock { idle in
            let leaving = idle.dropLast(Self.mostAtRest).prefix { $0.waitsSince <= latest }
            idle.removeFirst(leaving.count)
            return leaving
        }
    }

    private func sit(_ executable: String, for channel: Channel?) throws -> Seat {
        if let seat = self.seat(for: channel) { return seat }
        func started(pausing pauses: [Int]) throws -> Seat {
            Seat(
                process: try ReadingProcess(
                    executable: executable, schema: schema, limits: limits, roots: roots, pausing: pauses),
                channel: channel)
        }
        do {
            return try started(pausing: [])
        } catch let error as FileError where error.isShortage {
            // Those that wait may take what is lacking.
            _ = idle.withLock { idle in
                defer { idle = [] }
                return idle
            }
            return try started(pausing: Shortage.pauses)
        }
    }

    /// A process that waits for the next question about a folder; nil where none does.
    private func seat(for channel: Channel?) -> Seat? {
        while true {
            let seat = idle.withLock { idle in
                idle.lastIndex { $0.channel == channel }.map { idle.remove(at: $0) }
            }
            // One that the system ended meanwhile says nothing of what it would be asked.
            guard let seat, seat.process.hasEnded else { return seat }
        }
    }
}
