private import Glibc

/// A child that was spoken to answers no more, and was ended.
package struct CompanionLost: Error, Equatable, Sendable, CustomStringConvertible {
    /// What ended it; nil where it ended by itself, or answered what was not asked.
    package let signal: Int32?
    /// It gave no answer in time.
    package let wasSlow: Bool

    package init(signal: Int32?, wasSlow: Bool) {
        self.signal = signal
        self.wasSlow = wasSlow
    }

    package var description: String {
        switch signal {
        case _ where wasSlow: "it took longer than it may"
        case SIGXCPU: "it took more processor time than it may"
        case .some(let signal): "it ended by signal \(signal)"
        case nil: "it gave no answer"
        }
    }
}
