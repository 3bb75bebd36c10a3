/// A process that reads could not do it for a reason that is ours: the disk, or a seal that shuts out what it should not.
package struct ReadingFailed: Error, CustomStringConvertible {
    let what: String
    let why: String

    package var description: String { "Reading \(what) in a process of its own failed: \(why)" }
}
