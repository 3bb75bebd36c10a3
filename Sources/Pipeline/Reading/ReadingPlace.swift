/// Where untrusted bytes are read.
package enum ReadingPlace: Sendable, Equatable {
    /// In this process: for tests and simulations, and for a single file that its owner asks about.
    case here
    /// In processes of the program at `executable`, which give up their rights first.
    case apart(executable: String)

    /// The program that runs now, even if a newer one has taken its place on the disk.
    package static let own = ReadingPlace.apart(executable: "/proc/self/exe")
}
