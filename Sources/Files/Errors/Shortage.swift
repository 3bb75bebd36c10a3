/// What the machine has too little of just now, such as processes, threads or memory, and may have again in a moment.
package enum Shortage {
    /// A second or so together, in nanoseconds.
    package static let pauses = [50_000_000, 200_000_000, 800_000_000]

    /// Tries again after each pause while the machine has no means: nobody who sent something answers for that.
    package static func overcome<Value>(
        pausing pauses: [Int] = pauses, _ work: () throws(FileError) -> Value
    ) throws(FileError) -> Value {
        for pause in pauses {
            do throws(FileError) { return try work() } catch  where error.isShortage { Machine.real.pause(pause) }
        }
        return try work()
    }
}
