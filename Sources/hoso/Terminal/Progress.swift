import Files

/// How far long work is, with its rate and the time left, in one line of a terminal that is written over; silent elsewhere.
struct Progress {
    private let what: String
    private let isShown: Bool
    private let start = MachineClock.monotonic()
    private var done = 0
    private var shown = 0

    init(_ what: String) {
        self.what = what
        isShown = Output.errorIsTerminal
    }

    mutating func advance(by count: Int, left: Int) {
        done += count
        let now = MachineClock.monotonic()
        guard isShown, now - shown > 200_000_000 else { return }
        shown = now
        Output.progress(Self.line(what, done: done, left: left, nanoseconds: now - start))
    }

    /// Clears the line.
    func finish() {
        if isShown, shown > 0 { Output.progress("") }
    }

    /// `taking in: 640 done, 1360 left, 320 a second, 4s to go`.
    static func line(_ what: String, done: Int, left: Int, nanoseconds: Int) -> String {
        let rate = Double(done) / max(0.001, Double(nanoseconds) / 1e9)
        let whole = Int(rate.rounded())
        let seconds = rate > 0 ? Int((Double(left) / rate).rounded(.up)) : 0
        return "\(what): \(done) done, \(left) left, \(whole) a second"
            + (left > 0 && rate > 0 ? ", \(words(seconds)) to go" : "")
    }

    private static func words(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds)s" : seconds < 7200 ? "\(seconds / 60)min" : "\(seconds / 3600)h"
    }
}
