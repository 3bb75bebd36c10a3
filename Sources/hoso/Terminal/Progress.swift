import Files

/// How far long work is, with its rate and the time left, in one line of a terminal that is written over; silent elsewhere.
final class Progress {
    /// What is done at once needs no line.
    private static let patience = 500_000_000
    private static let pace = 200_000_000

    private let what: String
    private let clock: () -> Int
    private let show: ((String) -> Void)?
    private var start: Int
    private var next: Int
    private var done = 0

    convenience init(_ what: String) {
        self.init(what, clock: MachineClock.monotonic, show: Output.errorIsTerminal ? { Output.progress($0) } : nil)
    }

    /// - Parameters:
    ///   - clock: nanoseconds that only go up.
    ///   - show: nil where there is no terminal.
    init(_ what: String, clock: @escaping () -> Int, show: ((String) -> Void)?) {
        self.what = what
        self.clock = clock
        self.show = show
        start = clock()
        next = start + Self.patience
    }

    /// - Parameter whole: how much there is to do; nil where nobody knows.
    func reach(_ done: Int, of whole: Int?) {
        guard let show else { return }
        let now = clock()
        // The same is gone through once more.
        if done < self.done { start = now }
        self.done = done
        guard now >= next else { return }
        next = now + Self.pace
        show(Self.line(what, done: done, left: whole.map { max(0, $0 - done) }, nanoseconds: now - start))
    }

    /// `taking in: 640 done, 1360 left, 320 a second, 5s to go`.
    static func line(_ what: String, done: Int, left: Int?, nanoseconds: Int) -> String {
        let rate = Double(done) / max(0.001, Double(nanoseconds) / 1e9)
        var parts = ["\(what): \(done) done"]
        if let left { parts.append("\(left) left") }
        parts.append("\(Int(rate.rounded())) a second")
        if let left, left > 0, rate > 0 {
            parts.append("\(words(Int((Double(left) / rate).rounded(.up)))) to go")
        }
        return parts.joined(separator: ", ")
    }

    private static func words(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds)s" : seconds < 7200 ? "\(seconds / 60)min" : "\(seconds / 3600)h"
    }
}
